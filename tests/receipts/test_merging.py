"""What several machines left, put together: the newest counts."""

from dataclasses import replace
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.receipts import store
from overnet.receipts.merging import merge
from overnet.receipts.status import Standing, owed
from tests.receipts.test_store import FAILED, PROOF

LATER = "2026-11-25T09:12:01+00:00"


@pytest.mark.parametrize(
    ("here", "there", "kept"),
    [
        (None, PROOF, PROOF),
        (PROOF, replace(FAILED, when=LATER), replace(FAILED, when=LATER)),
        (FAILED, replace(PROOF, when=LATER), replace(PROOF, when=LATER)),
        (replace(PROOF, when=LATER), FAILED, replace(PROOF, when=LATER)),
        (replace(FAILED, when=LATER), PROOF, replace(FAILED, when=LATER)),
    ],
)
def test_the_newest_counts(here: store.Record | None, there: store.Record, kept: store.Record, tmp_path: Path) -> None:
    if here:
        store.write(here, tmp_path / "build")
    store.write(there, tmp_path / "other")
    assert merge([tmp_path / "other"], tmp_path / "build") == 1
    assert store.read("page", "Shell", "28.5", tmp_path / "build") == kept
    files = [file for kind in store.FOLDERS.values() for file in (tmp_path / "build" / kind).rglob("*.json")]
    assert len(files) == 1


def test_each_folder_counts(tmp_path: Path) -> None:
    store.write(PROOF, tmp_path / "one")
    store.write(replace(PROOF, engine="26.1"), tmp_path / "two")
    store.write(replace(PROOF, track="Python"), tmp_path / "two")
    assert merge([tmp_path / "one", tmp_path / "two"], tmp_path / "build") == 3
    assert store.read("page", "Python", "28.5", tmp_path / "build") == replace(PROOF, track="Python")


def test_a_folder_without_receipts_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="empty: no run has left anything here; "):
        merge([tmp_path / "empty"], tmp_path / "build")


def test_what_is_not_proven_is_named() -> None:
    states = ["proven", "absent", "failed", "changed", "old", "nowhere", "unproven"]
    standings = [Standing("page", "Shell", "28.5", state, None, [], 1, 0) for state in states]
    assert [one.state for one in owed(standings)] == states[2:]
