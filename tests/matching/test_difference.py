"""A failure shows the true difference and nothing else: what matched stays as the page has it."""

from random import Random

import pytest

from overnet.matching.binding import Binding
from overnet.matching.difference import diff, rendered
from overnet.matching.lines import match
from overnet.matching.one_line import on_page

A, B, C, D = ("a" * 11 + "1", "b" * 11 + "2", "c" * 11 + "3", "d" * 11 + "4")
E, F = ("e" * 11 + "5", "f" * 11 + "6")
KNOWN = match([A, B], [C, D], Binding())

# what: (page, run, the run as the page would show it)
SHOWN = {
    "a changed word": ("a\nb\nc", "a\nB\nc", "a\nB\nc"),
    "a line too many": ("a\nx\nb", "a\nb", "a\nb"),
    "a line too few": ("a\nb", "a\nx\nb", "a\nx\nb"),
    "another order": ("a\nb\nc", "b\na\nc", "b\na\nc"),
    "sample values beside the change": (f"{A} up 3 seconds\nx", f"{C} up 9 seconds\ny", f"{A} up 3 seconds\ny"),
    "a sample value in the change": (f"{A} x", f"{C} y", f"{A} y"),
    "columns beside the change": ("ID   NAME\na    b\nc", "ID      NAME\na       b\nd", "ID   NAME\na    b\nd"),
    "swapped ids": (f"{B} a\n{A} b", f"{C} a\n{D} b", f"{A} a\n{B} b"),
    "what an ellipsis stands for": ("a\n...\nd\nx", "a\nb\nc\nd\ny", "a\n...\nd\ny"),
    "lost packets": ("1 received, 0% packet loss", "0 received, 100% packet loss", "0 received, 100% packet loss"),
    "an id beside a conflict": (f"{B} {E}\n{E}", f"{C} {F}\n{F}", f"{A} {E}\n{E}"),
    "an address that is not written in short": ("x", "at fd12:3456:789a::0", "at fd12:3456:789a::0"),
    "a new id": ("x", f"{'e' * 11}5 x", f"{'e' * 11}5 x"),
}


@pytest.mark.parametrize("what", SHOWN)
def test_the_true_difference_is_left(what: str) -> None:
    page, run, shown = SHOWN[what]
    lines, _, _ = rendered([on_page(line) for line in page.split("\n")], run.split("\n"), KNOWN)
    assert lines == shown.split("\n")


def test_what_matches_is_kept_as_it_is() -> None:
    page = [f"{A}   up 3 seconds", on_page("...")]
    assert rendered(page, [f"{C} up 5 seconds", "and", "so on"], KNOWN)[0] == page


def test_in_any_order_only_the_changed_line_is_left() -> None:
    assert rendered(["a", "b", "c", "d"], ["d", "c", "B", "a"], Binding(), any_order=True)[0] == ["a", "B", "c", "d"]


def test_conflicts_are_named() -> None:
    _, _, [conflict] = rendered([f"{B} up"], [f"{C} up"], KNOWN)
    assert conflict == f"'{B}' (short id) stands for {D} on this page, but here the run has {C}"


def test_the_diff_has_the_lines_of_the_file() -> None:
    text = diff(["a", "b", "c", "d", "e", "f"], ["a", "b", "c", "d", "E", "f"], "snippets/x.console", 41)
    assert text.split("\n") == [
        "--- snippets/x.console (the page)",
        "+++ this run",
        "@@ line 42 @@",
        " b",
        " c",
        " d",
        "-e",
        "+E",
        " f",
    ]


PARTS = [
    [A, B, C, "123456789012", "feedfacefeed", "4f2d" * 16, "4f2d" * 3, "4f2d", "doajlcsbdoeh", "doajlcsbdoehqr06ez1ob77q2", "x"],
    ["172.18.0.2", "172.18.0.3", "172.18.0.1", "172.18.0.9", "10.0.0.1", "198.18.0.11", "198.18.0.130", "172.18.0.0/16", "y"],
    ["fd12:3456:789a::2", "fd12:3456:789a::3", "fd12:3456:789a::/64", "2001:db8::2", "fe80::1", "fe80::42:aff:fe00:103", "z"],
    ["02:42:ac:11:00:02", "02:42:AC:11:00:03", "0.0.0.0:50000", "0.0.0.0:50001", "Up 3 seconds", "5MB", "0B", "50%", "w"],
    ["", "up", "down", "web.1", "libc.so.6", f"{'a1' * 32}  file"],
]  # fmt: skip
TYPED = frozenset([("IPv4 address", "172.18.0.9"), ("port", "50000"), ("hex id", B)])


def test_a_recorded_output_matches_the_run_that_it_is_from() -> None:
    """Whatever was on the page, and whatever the binding: recording once is enough."""
    random = Random(7)

    def lines() -> list[str]:
        parts = [random.choice(PARTS) for _ in range(random.randint(1, 4))]
        return [
            random.choice([" ", "   "]).join(map(random.choice, parts)).strip() for _ in range(random.randint(0, 4))
        ]

    for _ in range(2000):
        hosts = random.choice([{}, {"192.0.2.11": "198.18.0.11"}])
        binding = Binding(hosts, random.choice([frozenset(), TYPED]))
        for _ in range(4):
            binding = match(lines()[:1], lines()[:1], binding) or binding
        page, run, any_order = lines(), lines(), random.choice([True, False])
        shown, _, _ = rendered(page, run, binding, any_order)
        assert match(shown, run, binding, any_order), (page, run, binding.real_of, shown)


def test_a_run_with_the_prefix_of_the_page_for_another_network_ends() -> None:
    one, other = "fdab:cdef:123::", "fd12:3456:789a::"
    lines, _, conflicts = rendered([f"{one}2"] * 4, [f"{other}{last}" for last in (3, 2, 3, 2)], Binding())
    assert lines == [f"{one}{last}" for last in (2, 3, 2, 3)]
    assert len(conflicts) == 2
