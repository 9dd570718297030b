"""Once is not enough: what had to be awaited must stay."""

from collections.abc import Callable
from random import Random
from types import SimpleNamespace

import pytest

from overnet.terminal import awaiting
from overnet.terminal.awaiting import PAUSE_SECONDS, Reading, awaited


class Clock:
    """Time passes only in pauses, and in each reading, a tenth of a second if nothing else is said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.pauses = 0.0, []
        monkeypatch.setattr(awaiting, "time", SimpleNamespace(monotonic=lambda: self.now, sleep=self.sleep))

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.pauses.append(seconds)

    def readings(self, what: str, seconds: float = 0.1) -> Callable[[], SimpleNamespace]:
        """Readings that hold ("+") or not ("-"), the last one for ever."""
        left = list(what)

        def read() -> SimpleNamespace:
            self.now += seconds
            return SimpleNamespace(holds=(left.pop(0) if left[1:] else left[0]) == "+")

        return read


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def told(reading: Reading) -> tuple[bool, int, int]:
    return reading.verdict.holds, reading.runs, reading.otherwise


# what: (the readings, what comes of it: it holds, how many there were, how many were otherwise)
CASES = {
    "at once": ("+-", (True, 1, 0)),
    "after a while, and it stays": ("--++-", (True, 4, 2)),
    "a state on the way to another": ("-+-", (False, 6, 5)),
    "it goes away once, then it stays": ("-+-++++-", (True, 7, 2)),
    "it goes away once, then it does not stay as long": ("-+-+++-", (False, 7, 3)),
    "it comes and goes": ("-+-+-+-", (False, 7, 4)),
    "it never comes": ("-", (False, 6, 6)),
}


@pytest.mark.parametrize("what", CASES)
def test_what_is_awaited_must_stay(clock: Clock, what: str) -> None:
    readings, expected = CASES[what]
    assert told(awaited(clock.readings(readings), limit=2)) == expected


@pytest.mark.parametrize(("values", "least", "most"), [(2, 0.7, 0.9), (16, 0.08, 0.12)])
def test_chance_may_pass(clock: Clock, values: int, least: float, most: float) -> None:
    """How often it does is told to readers (How this site is proven)."""
    random = Random(14)
    runs = ["".join("-+"[not random.randrange(values)] for _ in range(200)) for _ in range(2000)]
    green = sum(awaited(clock.readings(run), limit=20).verdict.holds for run in runs)
    assert least < green / len(runs) < most


def test_what_passes_is_taken_when_it_comes(clock: Clock) -> None:
    assert told(awaited(clock.readings("----+-"), limit=2, stays=False)) == (True, 5, 4)
    assert clock.pauses == [PAUSE_SECONDS] * 4


# what: (the readings, what comes of it, the pauses) where what is there at once must linger
LINGERING = {
    "it does": ("++-", (True, 2, 0), [3]),
    "it had not begun": ("+-", (False, 4, 3), [3]),
    "it was awaited": ("-++-", (True, 3, 1), [0.3, 0.3]),
}


@pytest.mark.parametrize("what", LINGERING)
def test_what_must_linger_is_read_once_more(clock: Clock, what: str) -> None:
    readings, expected, pauses = LINGERING[what]
    assert told(awaited(clock.readings(readings), limit=5, linger=3)) == expected
    assert clock.pauses[: len(pauses)] == pytest.approx(pauses)


def test_a_write_is_sent_once(clock: Clock) -> None:
    assert told(awaited(clock.readings("-+"), limit=0)) == (False, 1, 1)


def test_a_recording_ends_when_it_is_settled(clock: Clock) -> None:
    reading = awaited(clock.readings("-"), limit=2, settled=lambda before, now: before is not None)
    assert told(reading) == (False, 2, 2)


@pytest.mark.parametrize(
    ("waits", "patience", "pauses"),
    [(1, 1, [0.3, 0.3]), (1, 4, [1.2, 1.2]), (5, 1, [0.3, 0.3, 0.3, 0.3, 0.4, 0.525]), (60, 1, [1.5, 1.5])],
    ids=str,
)
def test_the_longer_it_takes_the_less_often_it_is_read_and_the_longer_it_must_stay(
    clock: Clock, waits: int, patience: int, pauses: list[float]
) -> None:
    awaited(clock.readings("-" * waits + "+"), limit=100, patience=patience)
    assert len(clock.pauses) == waits + 1
    assert clock.pauses[-len(pauses) :] == pytest.approx(pauses)


def test_what_takes_long_to_read_is_not_read_all_the_time(clock: Clock) -> None:
    awaited(clock.readings("--+", seconds=2), limit=100)
    assert clock.pauses[:2] == [2, 2]
