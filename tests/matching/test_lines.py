"""What matches, and beside it what must not."""

from itertools import pairwise
from unittest.mock import Mock

import pytest

from overnet.matching import lines
from overnet.matching.binding import Binding
from overnet.matching.lines import match
from overnet.matching.one_line import on_page

X, Y = "a" * 11 + "1", "b" * 11 + "2"
LOSS = "1 packets transmitted, {} received, {}% packet loss"
TABLE = "NAME   IMAGE    STATUS   PORTS\nweb    {:9}{:9}{}"
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
    "a space of another kind between samples": (f"{X} {X}", f"{Y}  {Y}", f"{Y}\xa0{Y}"),
    "indentation": ("    docker swarm", "    docker swarm", "  docker swarm"),
    "spaces at the end": ("a", "a   ", "a   b"),
    "a tab and a carriage return at the end": ("a", "a\t\r", "a\x0c"),
    "another control character at the end": ("a\x0c", "a\x0c", "a"),
    "a space of another kind at the end": ("a\xa0", "a\xa0", "a"),
    "a space of another kind in a table": (
        "NAME   IMAGE\nweb    a\xa0",
        "NAME   IMAGE\nweb    a\xa0",
        "NAME   IMAGE\nweb    a",
    ),
    "an age": ("Up 3 seconds", "Up About a minute", "Down 3 seconds"),
    "an age of another kind": ("Up 3 seconds", "Up 1 second", "Up 3 months"),
    "a size": ("c1: 134MB (virtual 406MB)", "c1: 135MB (virtual 406MB)", "c1: 134MB (virtual 272MB)"),
    "nothing reclaimed": ("Total reclaimed space: 0B", "Total reclaimed space: 0B", "Total reclaimed space: 7.34MB"),
    "a date": ("2026-11-24T09:12:01Z", "2025-01-02T00:00:00.123Z", "2026-11-24 09:12:01.5 +0000 UTC"),
    "a time zone": ("2026-11-24T09:12:01Z", "2025-01-02T00:00:00Z", "2026-11-24T09:12:01+00:00"),
    "no time zone": ("2026-11-24 09:12:01", "2025-01-02 00:00:00", "2026-11-24T09:12:01"),
    "a date in a header": (
        "Tue, 24 Nov 2026 09:12:01 GMT",
        "Thu, 02 Jan 2025 00:00:00 GMT",
        "Tue, 24 Nov 2026 09:12:01 +0000",
    ),
    "what date prints": (
        "Tue Nov 24 09:12:01 UTC 2026",
        "Thu Jan  2 00:00:00 UTC 2025",
        "Tue Nov 24 09:12:01 2026",
    ),
    "a date of a file": ("Nov 24 09:12 today", "Jan  2  2025 today", "Nov 24 09:12:01 today"),
    "a column": (
        TABLE.format("nginx", "", "80/tcp"),
        TABLE.format("nginx", "", "80/tcp"),
        TABLE.format("nginx", "80/tcp", ""),
    ),
    "an empty cell": (TABLE.format("", "up", ""), TABLE.format("", "up", ""), TABLE.format("up", "", "")),
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


IDS = [f"{number:011}a" for number in range(200)]
ANY = on_page("...")
OTHERS = [f"{number:011}b" for number in range(200)]
KNOWN = match(IDS, OTHERS, Binding())
# what: (page, run, binding, in any order, whether they match)
SEARCHES = {
    "lines alike": (IDS, OTHERS[::-1], Binding(), True, True),
    "lines alike, and known": (IDS, OTHERS[::-1], KNOWN, True, True),
    "lines alike, and none that fits": ([*IDS, "end"], [*OTHERS, "another end"], Binding(), True, False),
    "lines alike, one too few": ([*IDS, ANY], [*OTHERS[1:], "one more"], Binding(), True, False),
    "a known id that is not there": ([*IDS, IDS[0]], [*OTHERS, "c" * 11 + "1"], KNOWN, True, False),
    "pairs": (
        [f"{one} {other}" for one, other in pairwise(IDS)],
        [f"{one} {other}" for one, other in pairwise(OTHERS[::-1])],
        Binding(),
        True,
        True,
    ),
    "four ellipses": ([f"{IDS[0]} up", ANY, IDS[1], ANY, IDS[2], ANY, IDS[3], ANY, f"{IDS[0]} down"],
                      [f"{OTHERS[0]} up", *OTHERS[1:100], f"{OTHERS[1]} down"], Binding(), False, False),
    "four ellipses, and words": ([ANY, "a", ANY, "a", ANY, "a", ANY, "b", "end"], ["a"] * 100 + ["end"], Binding(), False, False),
    "four ellipses that match": ([ANY, "a", ANY, IDS[2], ANY, "a", ANY, "a", "end"], ["a"] * 50 + [OTHERS[0]] + ["a"] * 50 + ["end"], Binding(), False, True),
}  # fmt: skip


@pytest.mark.parametrize("what", SEARCHES)
def test_a_search_is_short(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    page, run, binding, any_order, matches = SEARCHES[what]
    tries = Mock(side_effect=lines.matched)
    monkeypatch.setattr(lines, "matched", tries)
    assert (match(page, run, binding, any_order) is not None) == matches
    assert tries.call_count <= 4_000, "trying all ways would take hours"


def test_a_binding_is_extended_only_by_what_matched() -> None:
    binding = match([f"{X} a"], [f"{Y} a"], Binding())
    assert binding.command(f"docker stop {X}") == f"docker stop {Y}"
    assert match([X], [X], binding) is None
