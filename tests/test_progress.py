"""What is under way is shown on a terminal, which is as before when it ends; nowhere else is anything changed."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from overnet.project import ROOT
from tests.terminals import Terminal

WORK = """
import sys
from overnet import __main__
from overnet.errors import Problem
from overnet.progress import doing, shown

now = [0.0]
clock = lambda: now[0]

def work(_):
    with shown("the whole of it", 300.0, clock):
        now[0] = 61.0
        print("a line [bold]of %s[/bold]" % ("x" * 100))
        with shown("a part", clock=clock):
            now[0] = 84.0
            print("a complaint", file=sys.stderr)
            with doing("building"):
                if sys.stdin.readline():
                    raise Problem("snippets/a.console:1: a fault")
    print("the end")

__main__._lint = work
sys.argv = ["overnet", "lint"]
sys.exit(__main__.main())
"""
LINE = f"a line [bold]of {'x' * 100}[/bold]"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """One on which the work waits, with all of it shown."""
    with Terminal(WORK, OVERNET_CACHE=str(tmp_path)) as terminal:
        terminal.until("building")
        yield terminal


def test_what_is_under_way_is_shown_below_what_is_printed(terminal: Terminal) -> None:
    printed, complaint, whole, part, doing, *rest = terminal.screen()
    assert (printed, complaint, rest) == (LINE, "a complaint", [])
    assert whole == "the whole of it  1 min 24 s, last time 5 min 0 s"
    assert part == "  a part         23 s"
    assert doing.startswith("  building       ")
    assert not terminal.has_cursor


def test_what_took_long_before_is_told(terminal: Terminal, tmp_path: Path) -> None:
    terminal.end()
    (tmp_path / "seconds/building").write_text("71.5")
    with Terminal(WORK, OVERNET_CACHE=str(tmp_path)) as again:
        again.until(r"building +\d+ s, last time 1 min 11 s")


def fault(terminal: Terminal) -> None:
    terminal.process.stdin.write(b"fail\n")
    terminal.process.stdin.flush()


ENDS: dict[str, tuple[Callable[[Terminal], None], int, str]] = {
    "by itself": (lambda _: None, 0, "the end"),
    "Problem": (fault, 1, "snippets/a.console:1: a fault"),
    "Ctrl-C": (lambda terminal: os.killpg(terminal.process.pid, signal.SIGINT), 130, "interrupted"),
    "SIGTERM": (lambda terminal: terminal.process.terminate(), 1, "overnet: ended by a signal"),
}


@pytest.mark.parametrize("end", ENDS)
def test_however_it_ends_the_terminal_is_as_before(terminal: Terminal, end: str) -> None:
    bring_about, status, last = ENDS[end]
    bring_about(terminal)
    if end in ("Ctrl-C", "SIGTERM"):
        terminal.until(last)  # before it reads the end of its input
    assert terminal.end() == status
    assert terminal.screen() == [LINE, "a complaint", last]
    assert terminal.has_cursor


@pytest.mark.parametrize("where", [{"CI": "true"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_that_cannot_show_it_gets_the_lines(tmp_path: Path, where: dict[str, str]) -> None:
    with Terminal(WORK, **{"OVERNET_CACHE": str(tmp_path), **where}) as terminal:
        assert terminal.end() == 0
        assert terminal.written == f"{LINE}\r\na complaint\r\nthe end\r\n"
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_gets_the_lines(tmp_path: Path) -> None:
    environment = {**os.environ, "TERM": "xterm", "FORCE_COLOR": "1", "OVERNET_CACHE": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", WORK], cwd=ROOT, env=environment, input=b"", capture_output=True)
    assert (done.stdout.decode(), done.stderr) == (f"{LINE}\nthe end\n", b"a complaint\n")
    assert list(tmp_path.iterdir()) == []
