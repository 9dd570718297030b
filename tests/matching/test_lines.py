"""What matches, and beside it what must not."""

import pytest

from overnet.matching.binding import Binding
from overnet.matching.lines import match, match_line, on_page

X, Y = "a" * 11 + "1", "b" * 11 + "2"
LOSS = "1 packets transmitted, {} received, {}% packet loss"
# what: (page, run that matches, run that does not)
RULES = {
    "text": ("overnet", "overnet", "overnets"),
    "case": ("Untagged: a", "Untagged: a", "untagged: a"),
    "0% packet loss": (LOSS.format(1, 0), LOSS.format(1, 0), LOSS.format(1, 100)),
    "100% packet loss": (LOSS.format(0, 100), LOSS.format(0, 100), LOSS.format(0, 0)),
    "latency": ("ttl=64 time=0.1 ms", "ttl=64 time=12.25 ms", "ttl=63 time=0.1 ms"),
    "columns": ("ID     NAME      DRIVER", "ID    NAME   DRIVER", "ID NAME  DRIVERS"),
    "single spaces": ("a b", "a b", "a  b"),
    "a space beside a sample": (f"{X} up", f"{Y}    up", f"{Y}up"),
    "indentation": ("    docker swarm", "    docker swarm", "  docker swarm"),
    "spaces at the end": ("a", "a   ", "a   b"),
    "an age": ("Up 3 seconds", "Up About a minute", "Down 3 seconds"),
    "one id twice": (f"{X}\n{X}", f"{Y}\n{Y}", f"{X}\n{Y}"),
    "two ids": (f"{X}\n{Y}", f"{Y}\n{X}", f"{Y}\n{Y}"),
    "empty lines at the end": ("a", "a\n\n", "\na"),
    "an empty line inside": ("a\n\nb", "a\n\nb", "a\nb"),
    "the number of lines": ("a\nb", "a\nb", "a\nb\nc"),
    "no line too few": ("a\nb", "a\nb", "a"),
    "an ellipsis": ("a\n...\nd", "a\nb\nc\nd", "a\nb\nc"),
    "an ellipsis for nothing": ("a\n...\nb", "a\nb", "b\na"),
    "an ellipsis keeps the order": ("...\nb\n...\nd\n...", "a\nb\nc\nd\ne", "a\nd\nc\nb\ne"),
    "an ellipsis and ids": (f"{X} a\n...\n{X} b", f"{Y} a\n{X} b\n{Y} b", f"{Y} a\n{X} b"),
    "dots in a line": ("a ...", "a ...", "a b"),
    "characters of regular expressions": ("a.c (x) [*] $", "a.c (x) [*] $", "abc (x) [*] $"),
    "no output": ("", "", "a"),
}
UNORDERED = {
    "another order": ("a\nb\nc", "c\na\nb", "c\na\nd"),
    "a line twice": ("a\na", "a\na", "a\nb"),
    "ids in another order": (f"{X} a\n{Y} b\n{X} c", f"{X} b\n{Y} c\n{Y} a", f"{X} b\n{Y} c\n{X} a"),
    "lines alike": (f"id {X}\nid {Y}\nof {Y}", f"id {X}\nof {X}\nid {Y}", f"id {X}\nof {'c' * 11}3\nid {Y}"),
    "an ellipsis": ("c\n...\na", "a\nb\nc", "a\nb"),
    "an empty line": ("a\nb", "\na\nb", "\na\na"),
    "no line too many": ("a\nb", "b\na", "a\nb\nc"),
}


def matches(page: str, run: str, any_order: bool = False) -> bool:
    return match([on_page(line) for line in page.split("\n")], run.split("\n"), Binding(), any_order) is not None


@pytest.mark.parametrize("what", RULES)
def test_rules(what: str) -> None:
    page, good, bad = RULES[what]
    assert matches(page, good)
    assert not matches(page, bad)


@pytest.mark.parametrize("what", UNORDERED)
def test_any_order(what: str) -> None:
    page, good, bad = UNORDERED[what]
    assert matches(page, good, any_order=True)
    assert not matches(page, bad, any_order=True)


MANY_ALIKE = {
    "another last line": ([*(f"{number:011}a" for number in range(7)), "end"], [*(f"{number:011}b" for number in range(7)), "another end"]),
    "one too few": ([*(f"{number:011}a" for number in range(9)), on_page("...")], [*(f"{number:011}b" for number in range(8)), "one more"]),
}  # fmt: skip


@pytest.mark.parametrize("what", MANY_ALIKE)
def test_not_all_orders_of_lines_alike_are_tried(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    monkeypatch.setattr("overnet.matching.lines.match_line", lambda *line: tried.append(line) or match_line(*line))
    page, run = MANY_ALIKE[what]
    assert match(page, run, Binding(), any_order=True) is None
    assert len(tried) < 200


def test_a_binding_is_extended_only_by_what_matched() -> None:
    binding = match([f"{X} a"], [f"{Y} a"], Binding())
    assert binding.command(f"docker stop {X}") == f"docker stop {Y}"
    assert match([X], [X], binding) is None


def test_an_ellipsis_that_a_program_printed_is_a_line_like_any_other() -> None:
    assert match(["a", "...", "b"], ["a", "...", "b"], Binding())
    assert match(["a", "...", "b"], ["a", "x", "b"], Binding()) is None
    assert match([on_page("...")], ["a", "x", "b"], Binding())
