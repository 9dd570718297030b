"""Merging: what the runs of several machines left, put together."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from overnet.errors import Problem
from overnet.project import BUILD
from overnet.receipts.store import FOLDERS


def merge(folders: Sequence[Path], root: Path = BUILD) -> int:
    """Put what the runs in these folders (each a `build/`) left about each track into `root`; what is newest counts, of
    what `root` has, too. Returns how many records the folders had. Raises Problem for a folder without any."""
    count = 0
    for folder in folders:
        files = [file for kind in FOLDERS.values() for file in (folder / kind).rglob("*.json")]
        if not files:
            raise Problem(f"{folder}: no run has left anything here; a folder like build/ has receipts/ or failures/")
        for file in files:
            count += 1
            _take(file, file.relative_to(folder), root)
    return count


def _take(file: Path, place: Path, root: Path) -> None:
    kind, *rest = place.parts
    before = [root.joinpath(other, *rest) for other in FOLDERS.values()]
    if any(_when(old) >= _when(file) for old in before):
        return
    for old in before:
        old.unlink(missing_ok=True)
    new = root.joinpath(kind, *rest)
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, new)


def _when(file: Path) -> str:
    """The time of the run (ISO 8601 in UTC, which sorts as text), "" if there is none."""
    try:
        return json.loads(file.read_text("utf-8"))["when"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
