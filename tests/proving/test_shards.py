"""The parts that several machines prove: together they are all, each about as long as the others."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.proving.shards import ALL, SECONDS, shard, told
from overnet.receipts.status import Standing
from overnet.site import status_files
from tests.receipts.test_store import PROOF


def track(page: str, seconds: float | None, name: str = "Shell") -> Standing:
    record = None if seconds is None else replace(PROOF, seconds=seconds)
    return Standing(page, name, "28.5", "proven", record, [], 7, 0)


TRACKS = [track("a", 90), track("b", 50), track("b", 40, "Python"), track("c", None), track("d", 5), track("e", 30)]


@pytest.mark.parametrize("of", [1, 2, 3, 6, 9])
def test_the_parts_are_all_there_is(of: int) -> None:
    parts = [shard(f"{number}/{of}", {}).part(TRACKS) for number in range(1, of + 1)]
    assert sorted((one.page, one.track) for part in parts for one in part) == sorted(
        (one.page, one.track) for one in TRACKS
    )
    assert parts == [shard(f"{number}/{of}", {}).part(TRACKS[::-1]) for number in range(1, of + 1)]


def test_each_part_takes_about_as_long() -> None:
    seconds = [
        sum(
            SECONDS * one.blocks if one.record is None else one.record.seconds
            for one in shard(f"{number}/2", {}).part(TRACKS)
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
        shard(text, {})


def test_a_track_without_a_receipt_takes_as_long_as_the_last_site_tells() -> None:
    tracks = [track("a", None), track("b", None), track("c", 9)]
    last = {("b", "Shell", "28.5"): 99, ("c", "Shell", "28.5"): 999, ("d", "Shell", "28.5"): 9}
    assert [one.page for one in shard("1/1", last).part(tracks)] == ["b", "a", "c"]
    assert [one.page for one in shard("1/1", {}).part(tracks)] == ["a", "b", "c"]


def test_a_track_that_is_not_proven_on_an_engine_takes_no_time() -> None:
    absent = [replace(track(page, None), state="absent") for page in "abc"]
    parts = [shard(f"{number}/2", {}).part([*absent, track("d", None), track("e", None)]) for number in (1, 2)]
    assert [[one.page for one in part if one.state != "absent"] for part in parts] == [["d"], ["e"]]


def test_what_a_site_tells_is_read(tmp_path: Path) -> None:
    standings = [track("a", 90.5), replace(track("a", 7), engine="26.1"), track("b", None)]
    status_files.save(tmp_path, standings, date(2026, 11, 24))
    assert told(tmp_path / "status.json") == {("a", "Shell", "28.5"): 90.5, ("a", "Shell", "26.1"): 7}


@pytest.mark.parametrize("text", [None, "", "<html>", "[]", '{"tracks": [{"page": "a", "seconds": 1}]}'])
def test_a_site_of_another_form_tells_nothing(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "status.json"
    if text is not None:
        file.write_text(text)
    assert told(file) == {}
