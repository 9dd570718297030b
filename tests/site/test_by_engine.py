"""Which engine a build shows first."""

import pytest

from overnet.receipts.status import Standing
from overnet.site.by_engine import newest_proven


def standings(**states: str) -> list[Standing]:
    """A track for each letter, on each engine: p(roven), o(ld) or a(bsent)."""
    words = {"p": "proven", "o": "old", "a": "absent"}
    return [
        Standing(f"page{number}", "Shell", engine.strip("_").replace("_", "."), words[letter], None, [], 1, 0)
        for engine, letters in states.items()
        for number, letter in enumerate(letters)
    ]


@pytest.mark.parametrize(
    ("found", "first"),
    [
        (standings(_29="ppo", _28_5="ppp"), "29"),
        (standings(_29="po", _28_5="pp"), "28.5"),  # half is not more than half
        (standings(_29="ooo", _28_5="ooo", _26_1="ppp"), "26.1"),
        (standings(_29="ooo", _28_5="poo", _26_1="pao"), "28.5"),
        ([], "28.5"),
    ],
)
def test_a_build_shows_first_the_newest_engine_on_which_most_is_proven(found: list[Standing], first: str) -> None:
    assert newest_proven(found) == first
