"""What runs now, on a terminal: a line for each thing that is under way, with its seconds, below all that is printed.
In a pipe, in CI, and on a terminal that cannot move its cursor, nothing is shown, and nothing changes."""

import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from overnet import cache

REFRESHES = 2  # a second


@dataclass(frozen=True, eq=False)
class Line:
    """A thing under way. `what` becomes text each time it is shown; `last` are its seconds the last time, if known."""

    what: object
    last: float | None
    clock: Callable[[], float]
    started: float

    def __str__(self) -> str:
        return str(self.what)

    @property
    def seconds(self) -> str:
        last = "" if self.last is None else f", last time {told(self.last)}"
        return told(self.clock() - self.started) + last


class Lines(list[Line]):
    """What is under way, the outermost first: it is what the others are parts of."""

    def __rich__(self) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, overflow="ellipsis")
        table.add_column(no_wrap=True, style="dim")
        for number, line in enumerate(list(self)):
            table.add_row(Text(f"{'  ' if number else ''}{line}"), Text(line.seconds))
        return table


_shown: Lines | None = None  # while there are live lines


def on_terminal() -> bool:
    """Whether what is printed goes to somebody's terminal that can have live lines."""
    dumb = os.environ.get("TERM", "dumb") in ("dumb", "unknown")
    return sys.stdout.isatty() and sys.stderr.isatty() and not dumb and "CI" not in os.environ


@contextmanager
def shown(what: object, last: float | None = None, clock: Callable[[], float] = time.monotonic) -> Iterator[None]:
    """While open, show that `what` is under way, if there is a terminal. What the main thread opens first has the
    terminal until it ends, however it does; then nothing is left of the lines, and the cursor is there."""
    global _shown
    line = Line(what, last, clock, clock())
    if (lines := _shown) is not None:
        lines.append(line)
        try:
            yield
        finally:
            lines.remove(line)
    elif threading.current_thread() is threading.main_thread() and on_terminal():
        _shown = Lines([line])
        console = Console(soft_wrap=True, markup=False, emoji=False, highlight=False)
        live = Live(_shown, console=console, refresh_per_second=REFRESHES, transient=True)
        try:
            live.start(refresh=True)
            yield
        finally:
            live.stop()  # also where Ctrl-C came before all of it was started
            _shown = None
    else:
        yield


@contextmanager
def doing(words: str) -> Iterator[None]:
    """Show that what these words say is under way, and how long it took on this machine the last time it was shown.
    Also a decorator, for a function that does it."""
    if not on_terminal():
        yield
        return
    file = cache.folder("seconds") / re.sub(r"\W+", "-", words)
    started = time.monotonic()
    with shown(words, _read(file)):
        yield
    file.write_text(f"{time.monotonic() - started:.1f}", "utf-8")


def _read(file: Path) -> float | None:
    try:
        return float(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def told(seconds: float) -> str:
    """A time for people.

    >>> told(7.9), told(127), told(7262)
    ('7 s', '2 min 7 s', '121 min 2 s')
    """
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
