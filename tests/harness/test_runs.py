"""Whole runs: green ones beside each other, recording, and the ends that a user brings about."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harness.copies import Copy
from tests.lab.processes import all_processes, wait


def test_two_runs_at_once_both_prove_what_was_recorded(recorded: Copy) -> None:
    runs = [recorded.start("prove"), recorded.start("prove")]
    for run in runs:
        stdout, stderr = run.communicate(timeout=300)
        assert (run.returncode, stderr) == (0, "")
        assert "3 pages, 4 of 4 tracks proven" in stdout
    assert recorded.left() == []
    written = {file.name for file in (recorded.folder / "build/receipts").iterdir()}
    assert written == {"containers.shell.json", "networks.shell.json", "networks.python.json", "swarm.shell.json"}


def test_recording_again_changes_the_output_that_changed_and_no_other_byte(again: Copy) -> None:
    def snippets() -> dict[str, str]:
        return {str(file.relative_to(again.folder)): file.read_text() for file in again.folder.glob("snippets/*/*")}

    again.edit("snippets/containers/ping.console", "ping -c 1 a2", "ping -q -c 1 a2")
    before = snippets()
    done = again.overnet("record", "containers", "networks")
    assert done.returncode == 0, done.stderr
    after = snippets()
    assert {file for file in after if after[file] != before[file]} == {"snippets/containers/ping.console"}
    assert "recorded snippets/containers/ping.console" in done.stdout
    old = before["snippets/containers/ping.console"].splitlines()
    new = after["snippets/containers/ping.console"].splitlines()
    assert new == [line for line in old if "64 bytes from" not in line]


def test_a_wrong_exit_status_is_not_recorded(again: Copy) -> None:
    file = again.folder / "snippets/networks/run.console"
    file.write_text("$ docker network rm app\n")
    done = again.overnet("record", "networks")
    assert done.returncode == 1
    assert "snippets/networks/run.console:1: exit status 1 on node1" in done.stderr
    assert file.read_text() == "$ docker network rm app\n"


WAITS = {
    "run.console": "$ sleep 4321\n",
    "run.py": "import subprocess\n\nsubprocess.run(['sleep', '4321'])\n",
}


def of_a_terminal(process: subprocess.Popen) -> None:
    """Ctrl-C: the terminal tells all processes in its foreground."""
    os.killpg(process.pid, signal.SIGINT)


ENDS: dict[str, tuple[Callable[[subprocess.Popen], None], str]] = {
    "Ctrl-C": (of_a_terminal, "interrupted\n"),
    "SIGINT": (lambda process: process.send_signal(signal.SIGINT), "interrupted\n"),
    "SIGTERM": (lambda process: process.send_signal(signal.SIGTERM), "overnet: ended by a signal\n"),
}


@pytest.mark.parametrize("end", ENDS)
def test_a_run_that_is_ended_leaves_nothing(again: Copy, end: str) -> None:
    for name, text in WAITS.items():
        (again.folder / "snippets/networks" / name).write_text(text)
    kill, message = ENDS[end]
    before = sleepers()
    run = again.start("prove", "networks")
    wait("both tracks", lambda: len(sleepers() - before) == 2, seconds=60)
    started = time.monotonic()
    kill(run)
    stdout, stderr = run.communicate(timeout=60)
    seconds = time.monotonic() - started
    assert run.returncode not in (0, None)
    assert stderr == message
    wait("the reaper", lambda: again.left() == [])
    assert sleepers() == before
    assert seconds < 15


def sleepers() -> set[int]:
    return {pid for pid, arguments in all_processes() if arguments[:2] == [b"sleep", b"4321"]}


@pytest.mark.parametrize("name", WAITS)
def test_a_killed_run_leaves_nothing(again: Copy, name: str, tmp_path: Path) -> None:
    (again.folder / "snippets/networks" / name).write_text(WAITS[name])
    before = sleepers()
    run = again.start("prove", "networks")
    wait("its command", lambda: len(sleepers() - before) == 1, seconds=60)
    run.kill()
    run.communicate()
    wait("the reaper", lambda: again.left() == [] and sleepers() == before)
