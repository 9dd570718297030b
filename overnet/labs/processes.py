"""The processes of this machine, by their arguments."""

import contextlib
import os
from pathlib import Path


def with_argument(argument: str) -> list[int]:
    """The ids of the processes that have this argument, the outermost first; ended ones, which have none, do not."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.fsencode(argument) in (folder / "cmdline").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return sorted(found)
