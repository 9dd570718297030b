"""The course of a run: what it is at, how far it is, and how long the rest takes by the seconds of the last run."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from overnet import progress
from overnet.counted import counted
from overnet.proving.items import Item
from overnet.proving.shards import SECONDS
from overnet.receipts import store


@dataclass
class _Part:
    """One item. `last` are its seconds in the last run, `guess` those if that left none."""

    last: float | None
    guess: float
    begun: float | None = None
    ended: bool = False

    def left(self, now: float) -> float:
        taken = 0 if self.begun is None else now - self.begun
        return max((self.guess if self.last is None else self.last) - taken, 0)


class Course:
    """A run of the items of some lanes, each with how many of its items run at once. As text, how far it is."""

    def __init__(self, *lanes: tuple[Sequence[Item], int], clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lanes = [({item.key: _part(item) for item in items}, at_once) for items, at_once in lanes]
        self._parts = {key: part for parts, _ in self._lanes for key, part in parts.items()}

    @contextmanager
    def running(self, item: Item) -> Iterator[None]:
        """While open, the item is under way, and shown."""
        part = self._parts[item.key]
        part.begun = self._clock()
        with progress.shown(item.name, part.last, self._clock):
            try:
                yield
            finally:
                part.ended = True

    def left(self) -> float:
        """The seconds until all is done; 0 if that cannot be told: what is left was not there in the last run, most of
        it, or takes longer than in that one."""
        rest = [part for part in self._parts.values() if not part.ended]
        if 2 * sum(part.last is None for part in rest) > len(rest):
            return 0
        now, ends = self._clock(), [0.0]
        for parts, at_once in self._lanes:
            seconds = [part.left(now) for part in parts.values() if not part.ended]
            ends += [sum(seconds) / at_once, *seconds]
        return max(ends)

    def __str__(self) -> str:
        done, all_of_it = sum(part.ended for part in self._parts.values()), len(self._parts)
        left = self.left()
        return (
            f"{done} of {counted(all_of_it, 'track')}, {100 * done // max(all_of_it, 1)} %"
            f"{f', about {_roughly(left)} left' if left else ''}"
        )


def _part(item: Item) -> _Part:
    record = store.read(item.walkthrough.name, item.track, item.engine)
    return _Part(store.seconds(record), SECONDS * len(item.snippets))


def _roughly(seconds: float) -> str:
    """A time that nobody knows better.

    >>> _roughly(3), _roughly(44), _roughly(95), _roughly(700)
    ('10 s', '50 s', '2 min', '12 min')
    """
    return f"{10 * -(-seconds // 10):.0f} s" if seconds <= 60 else f"{-(-seconds // 60):.0f} min"
