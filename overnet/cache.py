"""The one folder in which runs keep what is slow to make."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


def folder(*parts: str) -> Path:
    """Return a folder of the cache, made if missing (`OVERNET_CACHE`, else XDG's cache folder + `overnet`)."""
    base = os.environ.get("OVERNET_CACHE")
    root = Path(base) if base else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "overnet"
    path = root.absolute().joinpath(*parts)
    path.mkdir(parents=True, exist_ok=True)
    return path


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file; wait for it if need be."""
    with path.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
