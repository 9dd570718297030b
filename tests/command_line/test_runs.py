"""Whole runs: green ones beside each other, recording, and the ends that a user brings about."""

import os
import signal
import subprocess
import time
from collections.abc import Callable

import pytest

from tests.command_line.copies import Copy
from tests.labs.processes import all_processes, wait


def test_two_runs_at_once_both_prove_what_was_recorded(recorded: Copy) -> None:
    runs = {
        "3 pages, 4 of 4 tracks proven": recorded.start("prove"),
        "1 page, 2 of 2 tracks proven": recorded.start("prove", "networks"),
    }
    for proven, run in runs.items():
        stdout, stderr = run.communicate(timeout=300)
        assert (run.returncode, stderr) == (0, "")
        assert proven in stdout
    assert recorded.left() == []
    written = {file.name for file in (recorded.folder / "build/receipts/28.5").iterdir()}
    assert written == {"containers.shell.json", "networks.shell.json", "networks.python.json", "swarm.shell.json"}


def test_each_track_has_new_hosts(again: Copy) -> None:
    again.edit(
        "snippets/networks/run.console", "$ docker network", "$ docker pull -q alpine > /dev/null\n$ docker network"
    )
    again.edit(
        "snippets/networks/run.py",
        "client = docker.from_env()",
        "client = docker.from_env()\nprint(client.images.list())",
    )
    assert again.overnet("record", "networks").returncode == 0
    assert "#> []" in (again.folder / "snippets/networks/run.py").read_text().splitlines()


def test_recording_again_changes_the_output_that_changed_and_no_other_byte(again: Copy) -> None:
    def snippets() -> dict[str, str]:
        return {str(file.relative_to(again.folder)): file.read_text() for file in again.folder.glob("snippets/*/*")}

    again.edit("snippets/containers/ping.console", "ping -c 1 a2", "ping -q -c 1 a2")
    again.edit("snippets/swarm/run.console", "$ docker swarm init", "$ docker swarm leave\n$ docker swarm init")
    before = snippets()
    done = again.overnet("record", "containers", "swarm")
    after = snippets()
    assert {file for file in after if after[file] != before[file]} == {"snippets/containers/ping.console"}
    assert "recorded snippets/containers/ping.console" in done.stdout
    old = before["snippets/containers/ping.console"].splitlines()
    new = after["snippets/containers/ping.console"].splitlines()
    assert new == [line for line in old if "64 bytes from" not in line]
    assert done.returncode == 1, "a wrong exit status is never recorded"
    assert "snippets/swarm/run.console:3: exit status 1 on node1" in done.stderr


def test_an_image_that_no_lab_has_is_told(again: Copy) -> None:
    again.edit("snippets/networks/lab.yml", "images: [alpine]", "images: [alpine, no-such-image]")
    done = again.overnet("prove", "networks")
    assert done.returncode == 1
    assert "snippets/networks/lab.yml: " in done.stderr
    assert "no-such-image" in done.stderr


SECONDS = str(10**6 + os.getpid())  # no other run of these tests on this machine sleeps as long
WAITS = {
    "run.console": f"#: within 60 seconds\n$ sleep {SECONDS}\n",
    "run.py": f"#: within 60 seconds\nimport subprocess\n\nsubprocess.run(['sleep', '{SECONDS}'])\n",
}


def ctrl_c(run: subprocess.Popen) -> None:
    """The terminal tells all processes in its foreground."""
    os.killpg(run.pid, signal.SIGINT)


ENDS: dict[str, tuple[Callable[[subprocess.Popen], None], str]] = {
    "Ctrl-C": (ctrl_c, "interrupted\n"),
    "SIGTERM": (subprocess.Popen.terminate, "overnet: ended by a signal\n"),
    "SIGKILL": (subprocess.Popen.kill, ""),
}


@pytest.mark.parametrize("end", ENDS)
def test_a_run_that_is_ended_leaves_nothing(again: Copy, end: str) -> None:
    for name, text in WAITS.items():
        (again.folder / "snippets/networks" / name).write_text(text)
    again.edit("snippets/containers/ping.console", "ping -c 1 a2", "ping -c 1 nobody")
    kill, message = ENDS[end]
    run = again.start("prove", "networks", "containers")
    wait("both tracks", lambda: len(sleepers()) == 2, seconds=60)
    wait("the wrong page", lambda: failures(again) == ["containers.shell.json"])
    started = time.monotonic()
    kill(run)
    _, stderr = run.communicate(timeout=120)
    seconds = time.monotonic() - started
    wait("the reaper", lambda: again.left() == [])
    assert sleepers() == []
    assert run.returncode != 0
    assert stderr.endswith(message)
    assert ("containers (Shell): snippets/containers/ping.console:" in stderr) == bool(message), "what failed is told"
    assert failures(again) == ["containers.shell.json"], "those under way did not fail"
    assert seconds < 40, "it does not wait for the commands under way"


def failures(copy: Copy) -> list[str]:
    """The files of what is stored as failed."""
    return [file.name for file in copy.folder.glob("build/failures/28.5/*.json")]


def sleepers() -> list[int]:
    """The processes of the pages that wait, as this machine sees them."""
    return [pid for pid, arguments in all_processes() if arguments[:2] == [b"sleep", SECONDS.encode()]]
