"""How far a run is, and how long the rest of it takes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from overnet.pages.published import Page
from overnet.project import ROOT
from overnet.proving.course import Course
from overnet.proving.items import Item
from overnet.receipts import store
from overnet.snippets.walkthrough import Walkthrough
from tests.receipts.test_store import PROOF
from tests.terminals import Terminal


def item(name: str, needs: tuple[str, ...] = ()) -> Item:
    return Item(Page("en", name, Path(f"{name}.md")), Walkthrough(name, {}, needs, (), 5, {}), "Shell", [])


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


LAST = {"a": 300.0, "b": 120.0, "c": 180.0, "slow": 290.0, "short": 20.0}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last run left a receipt of each track in LAST."""
    left = {name: replace(PROOF, seconds=seconds) for name, seconds in LAST.items()}
    monkeypatch.setattr(store, "read", lambda name, *_: left.get(name))


@contextmanager
def under_way(course: Course, *items: Item) -> Iterator[None]:
    running = [course.running(one) for one in items]
    for one in running:
        one.__enter__()
    yield
    for one in running:
        one.__exit__(None, None, None)


@pytest.mark.usefixtures("known")
def test_the_rest_is_as_long_as_in_the_last_run() -> None:
    a, b, c, slow = (item(name) for name in ("a", "b", "c", "slow"))
    clock = Clock()
    course = Course(([a, b, c], 2), ([slow], 1), clock=clock)
    assert str(course) == "0 of 4 tracks, 0 %, about 5 min left"
    assert course.left() == (300 + 120 + 180) / 2
    with under_way(course, a, slow):
        with under_way(course, b):
            clock.now += 100
            assert course.left() == (200 + 20 + 180) / 2
        assert str(course) == "1 of 4 tracks, 25 %, about 4 min left"
        clock.now += 100
        assert course.left() == 180, "it takes no less than the longest of it"
    with under_way(course, c):
        clock.now += 175
        assert str(course) == "3 of 4 tracks, 75 %, about 10 s left"
        clock.now += 10
        assert str(course) == "3 of 4 tracks, 75 %", "it takes longer than in the last run: nobody knows how long"
    assert str(course) == "4 of 4 tracks, 100 %"


@pytest.mark.usefixtures("known")
def test_without_a_last_run_nothing_is_told_of_the_time() -> None:
    assert str(Course(([item("new"), item("newer"), item("a")], 4))) == "0 of 3 tracks, 0 %"
    assert str(Course(([item("new"), item("c"), item("a")], 4))) == "0 of 3 tracks, 0 %, about 5 min left"
    assert str(Course(([], 4))) == "0 of 0 tracks, 0 %"


PROVES = """
import sys, threading
from contextlib import nullcontext
from types import SimpleNamespace
from dataclasses import replace
from overnet.proving import prover
from overnet.receipts import store
from overnet.receipts.ci import Result
from tests.proving.test_course import item
from tests.receipts.test_store import PROOF

ended, go = threading.Event(), threading.Event()

def result(_, item):
    if item.page.name != "short":
        ended.wait()
    return Result(item.name, item.page.name, 1.0, ""), PROOF, f"✓ {item.name}"

def say(_, line):
    print(line, flush=True)
    if "short" in line:
        sys.stdin.readline()
        ended.set()

run = SimpleNamespace(lacks=lambda needs: needs, close=ended.set)
prover.Run = lambda: nullcontext(run)
prover._result = result
store.write = lambda _: None
store.read = lambda name, *_: replace(PROOF, seconds=590.0)
prover.prove([item("a"), item("short"), item("slow", ("ipvlan",)), item("slower", ("ipvlan",))], say, 2)
print("proven")
"""
PROVEN = {"✓ short (Shell)", "✓ a (Shell)", "✓ slow (Shell)", "✓ slower (Shell)"}


def test_a_run_shows_what_it_is_at() -> None:
    with Terminal(PROVES) as terminal:
        terminal.until("slower")  # beside the other emulated one, as soon as nothing else waits
        first, whole, *parts = terminal.screen()
        assert first == "✓ short (Shell)"
        assert whole.startswith("1 of 4 tracks, 25 %, about 20 min left")
        assert {part.split("  ")[1] for part in parts} == {"a (Shell)", "slow (Shell)", "slower (Shell)"}
        assert all(part.endswith(" s, last time 9 min 50 s") for part in parts)
        assert terminal.end() == 0
        *lines, last = terminal.screen()
    assert (set(lines), last) == (PROVEN, "proven")
    assert terminal.has_cursor


def test_a_run_in_a_pipe_prints_its_lines() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROVES],
        cwd=ROOT,
        input="",
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    *lines, last = done.stdout.splitlines()
    assert (set(lines), last, done.stderr) == (PROVEN, "proven", "")
