"""The parts that several machines prove: together they are all, each about as long as the others."""

from dataclasses import replace

import pytest

from overnet.errors import Problem
from overnet.proving.shards import ALL, SECONDS, shard
from overnet.receipts.status import Standing
from tests.receipts.test_store import PROOF


def track(page: str, seconds: float | None, name: str = "Shell") -> Standing:
    record = None if seconds is None else replace(PROOF, seconds=seconds)
    return Standing(page, name, "28.5", "proven", record, [], 7, 0)


TRACKS = [track("a", 90), track("b", 50), track("b", 40, "Python"), track("c", None), track("d", 5), track("e", 30)]


@pytest.mark.parametrize("of", [1, 2, 3, 6, 9])
def test_the_parts_are_all_there_is(of: int) -> None:
    parts = [shard(f"{number}/{of}").part(TRACKS) for number in range(1, of + 1)]
    assert sorted((one.page, one.track) for part in parts for one in part) == sorted(
        (one.page, one.track) for one in TRACKS
    )
    assert parts == [shard(f"{number}/{of}").part(TRACKS[::-1]) for number in range(1, of + 1)]


def test_each_part_takes_about_as_long() -> None:
    seconds = [
        sum(
            SECONDS * one.blocks if one.record is None else one.record.seconds
            for one in shard(f"{number}/2").part(TRACKS)
        )
        for number in (1, 2)
    ]
    assert seconds == [120, 116]


def test_the_longest_come_first() -> None:
    assert [one.page for one in ALL.part(TRACKS)] == ["a", "b", "b", "e", "c", "d"]


def test_one_part_is_everything() -> None:
    assert sorted(ALL.part(TRACKS), key=lambda one: one.page + one.track) == sorted(
        TRACKS, key=lambda one: one.page + one.track
    )


@pytest.mark.parametrize("text", ["7/6", "0/2", "2", "1/0", "-1/2", "1/2/3", "a/b", " 1/2"])
def test_no_such_shard(text: str) -> None:
    with pytest.raises(Problem, match=f"^no shard is called {text}; the second of six parts is 2/6$"):
        shard(text)
