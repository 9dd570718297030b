"""An engine that does not see this machine's files carries labs, too, as that of Docker Desktop or of another machine.
The one here sees the folder it was started from, and the runs have another."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE

import docker
import pytest
from docker.context import ContextAPI
from docker.types import Mount

from overnet import cache
from overnet.errors import Problem
from overnet.labs import carried, engine, tunnel
from overnet.labs.lab import Lab
from overnet.labs.run import Run
from tests.labs import far
from tests.labs.processes import ROOT, LabProcess, all_processes, listing, reapers, wait

# What the process of a Python track does.
ATTACH = """
import json, sys
from overnet.labs.lab import attach
print(attach(json.load(sys.stdin))["node1"].run(["hostname"]))
"""


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with all that the machine's has, which the engine does not see."""
    there, here = tmp_path_factory.mktemp("elsewhere"), cache.folder()
    for name in ("host", "registry"):
        (there / name).symlink_to(here / name)
    return there


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return far.made(tmp_path_factory.mktemp("far"))


@pytest.fixture
def by_ssh(
    machine: Path, users_engine: docker.APIClient, tmp_path_factory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """DOCKER_HOST names the user's engine as that of another machine."""
    programs = tmp_path_factory.mktemp("programs")
    far.ssh(machine, os.environ["DOCKER_HOST"].removeprefix("unix://"), programs)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setenv("DOCKER_HOST", f"ssh://{far.NAME}")
    yield
    tunnel.close()


def left() -> list[object]:
    """What there is of tunnels on this machine."""
    processes = [pid for pid, arguments in all_processes() if f"ssh://{far.NAME}".encode() in arguments]
    return [*processes, *Path("/tmp").glob("overnet-*/docker.sock")]


def carries(elsewhere: Path, api: docker.APIClient) -> None:
    """Hold that the user's engine carries labs of runs that have another folder, and is then as before."""
    before = listing(api)
    data = elsewhere / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERNET_CACHE", str(elsewhere))
        with Run() as run:
            assert not run.outer.engine.private
            with pytest.raises(docker.errors.APIError, match="bind source path does not exist"):
                run.outer.start("seen", "seen", "none", [Mount("/seen", str(elsewhere), type="bind")])
            with Lab(run.outer, "far", ["node1"]) as lab:
                assert lab.hosts["node1"].run(["docker", "pull", "--quiet", "alpine"])[0] == 0
                told = json.dumps(lab.describe())
                done = subprocess.run([sys.executable, "-c", ATTACH], cwd=ROOT, input=told, stdout=PIPE, text=True)
                assert done.stdout == "(0, b'node1\\n')\n"
            data.mkdir()
            with run._builder(data) as host:
                assert host.run(["sh", "-c", "mkdir -p /registry/a && echo b > /registry/a/b"]) == (0, b"")
    assert (data / "a/b").read_text() == "b\n"
    assert listing(api) == before


def test_it_carries_labs(elsewhere: Path, users_engine: docker.APIClient) -> None:
    carries(elsewhere, users_engine)


def test_by_ssh_it_carries_labs(elsewhere: Path, users_engine: docker.APIClient, by_ssh: None) -> None:
    carries(elsewhere, users_engine)


def test_what_cannot_be_taken_out_does_not_hold_its_container(users_engine: docker.APIClient, tmp_path_factory) -> None:
    users_engine.create_container("theirs:1", "true", name="theirs-too")
    users_engine.timeout = 20
    with pytest.raises(Problem, match=r"^/: \S+ is neither a file nor a folder$") as found:
        carried.out(users_engine, "theirs-too", "/", tmp_path_factory.mktemp("taken"))
    users_engine.remove_container("theirs-too", force=True)
    assert found.traceback  # in which the answer has been until now


def test_a_context_names_it_too(by_ssh: None, tmp_path_factory, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path_factory.mktemp("settings")
    (settings / "config.json").write_text(json.dumps({"currentContext": far.NAME}))
    monkeypatch.setenv("DOCKER_CONFIG", str(settings))
    monkeypatch.delenv("DOCKER_HOST")
    ContextAPI.create_context(far.NAME, host=f"ssh://{far.NAME}")
    assert engine.users().client().networks(names=["their-network"])


@pytest.mark.parametrize(("end", "seconds"), [(LabProcess.interrupt, 0), (LabProcess.kill, 60)])
def test_however_a_run_ends_nothing_is_left_here_or_there(
    users_engine: docker.APIClient,
    by_ssh: None,
    start_lab: Callable[..., LabProcess],
    end: Callable[[LabProcess], None],
    seconds: float,
) -> None:
    before = left(), listing(users_engine)
    lab = start_lab()
    assert left() != before[0]
    end(lab)
    wait("the reaper and the tunnels", lambda: lab.reaper not in reapers() and left() == before[0], seconds)
    assert listing(users_engine) == before[1]


def test_what_ssh_says_is_told(by_ssh: None, tmp_path_factory, monkeypatch: pytest.MonkeyPatch) -> None:
    before = left()
    monkeypatch.setattr(tunnel, "SECONDS_TO_CONNECT", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent_one = f"ssh://127.0.0.1:{silent.getsockname()[1]}"
        assert told("ssh://me@nobody.invalid").startswith("ssh: Could not resolve hostname nobody.invalid: ")
        assert told(silent_one).startswith("Connection timed out during banner exchange")
    assert left() == before
    assert told(f"ssh://{far.NAME}/run/none.sock").endswith(
        "; ssh: channel 2: open failed: connect failed: open failed"
    )
    programs = tmp_path_factory.mktemp("programs")
    for name in ("sh", "rm"):
        (programs / name).symlink_to(shutil.which(name))
    monkeypatch.setenv("PATH", str(programs))
    assert told("ssh://me@there").endswith("ssh: not found")


def told(address: str) -> str:
    """What is told of an engine that does not answer, in one line, without what is told of each."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(Problem) as found:
        patch.setenv("DOCKER_HOST", address)
        engine.users()
    before, after = f"DOCKER_HOST={address} does not answer (", "): correct it, or unset it"
    assert str(found.value).startswith(before) and str(found.value).endswith(after) and "\n" not in str(found.value)
    return str(found.value)[len(before) : -len(after)]
