"""Reads again until what a page shows is there, and stays."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from overnet.terminal.judge import Verdict

PAUSE_SECONDS = 0.2
STAY_SECONDS = (0.3, 1.5)
RELAPSES = 3
NOTHING_SECONDS = 3


@dataclass(frozen=True)
class Reading:
    """The last of `runs` runs of a command: `otherwise` of them were not what the page shows. `seconds` is the time
    that all of them took, `waited` that after the first."""

    verdict: Verdict
    runs: int
    otherwise: int
    seconds: float
    waited: float


def awaited(
    read: Callable[[], Verdict],
    limit: float,
    patience: int = 1,
    stays: bool = True,
    settled: Callable[[Verdict | None, Verdict], bool] = lambda before, now: False,
    pause: float = PAUSE_SECONDS,
    linger: float = 0,
) -> Reading:
    """Run `read` until it holds, for up to `limit` seconds; with 0 it is run once.

    What holds at once is taken as it is, or if it still holds `linger` seconds later. What had to be awaited must hold
    twice in a row (unless it need not be what `stays`), and twice as often each time that it went away again, which may
    happen twice: so a state on the way to another, and chance, do not count. While it does not hold, no pause is
    shorter than `pause` and the reading itself, nor longer for what need not stay. What is `settled` also ends it.
    """
    began = time.monotonic()
    first = last = 0.0
    runs = otherwise = relapses = in_a_row = 0
    before = None
    while True:
        asked, runs = time.monotonic() - began, runs + 1
        verdict = read()
        last = time.monotonic() - began
        first = first or last
        rest = _rest(last - first, patience)
        if verdict.holds:
            in_a_row += 1
            if in_a_row >= (2 * 2**relapses if (otherwise or linger) and stays else 1):
                break
            rest = rest if otherwise else linger
        else:
            relapses += bool(in_a_row)
            otherwise, in_a_row = otherwise + 1, 0
            if last >= limit or relapses >= RELAPSES or settled(before, verdict):
                break
            rest = max(rest if stays else 0, pause * patience, last - asked)
        before = verdict
        time.sleep(rest)
    return Reading(verdict, runs, otherwise, last, last - first)


def _rest(waited: float, patience: int) -> float:
    """How long to pause: a quarter of the wait so far, within STAY_SECONDS, as reading takes processor time."""
    shortest, longest = STAY_SECONDS
    return min(max(waited / 4, shortest * patience), longest * patience)
