"""However a run ends, nothing of it is left."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docker
import pytest

from overnet import cache
from overnet.labs import host_images, private
from overnet.labs.lab import Lab
from overnet.labs.run import Run
from overnet.project import ROOT
from tests.labs.processes import LabProcess, listing, machine, reapers, wait

StartLab = Callable[..., LabProcess]
END = {"Ctrl-C": LabProcess.interrupt, "SIGKILL": LabProcess.kill}


def gone(lab: LabProcess) -> bool:
    return lab.reaper not in reapers()


@pytest.mark.parametrize("end", END)
def test_a_private_engine_leaves_nothing_on_the_machine(
    run: Run, small_machine: Path, monkeypatch: pytest.MonkeyPatch, start_lab: StartLab, end: str
) -> None:
    monkeypatch.delenv("DOCKER_HOST", raising=False)
    before = machine()
    lab = start_lab()
    assert machine() != before
    END[end](lab)
    wait("the reaper", lambda: gone(lab))
    assert machine() == before


def test_runs_share_a_private_engine(run: Run, small_machine: Path, start_lab: StartLab) -> None:
    before = machine()
    one, two = start_lab(), start_lab()
    one.kill()
    wait("the first reaper", lambda: gone(one))
    client = private.engine().client()
    assert {container["Labels"]["overnet.run"] for container in client.containers()} == {two.run}
    two.interrupt()
    assert machine() == before


def test_a_private_engine_forgets_host_images_that_the_cache_has_no_more(run: Run, small_machine: Path) -> None:
    (cache.folder("host") / "kept.tar").touch()
    claim = private.claim()
    try:
        private.start(host_images.rootfs())
        for tag in ("kept", "old"):
            private.engine().client().import_image_from_data(b"\0" * 1024, repository=host_images.REPOSITORY, tag=tag)
        private.stop(claim)
        private.start(host_images.rootfs())
        left = private.engine().client().images(host_images.REPOSITORY)
    finally:
        private.stop(claim)
        os.close(claim)
    assert [tag for image in left for tag in image["RepoTags"]] == [f"{host_images.REPOSITORY}:kept"]


@pytest.mark.parametrize("end", END)
def test_a_users_engine_is_as_it_was(users_engine: docker.APIClient, start_lab: StartLab, end: str) -> None:
    before = listing(users_engine)
    assert all(json.loads(before))
    lab = start_lab()
    assert listing(users_engine) != before
    END[end](lab)
    wait("the reaper", lambda: gone(lab))
    assert listing(users_engine) == before


def test_reaper_all_removes_what_a_killed_reaper_left(users_engine: docker.APIClient, start_lab: StartLab) -> None:
    before = listing(users_engine)
    dead, alive = start_lab(), start_lab()
    os.kill(dead.reaper, signal.SIGKILL)
    dead.kill()
    reaper = subprocess.run(
        [sys.executable, "-m", "overnet.labs.reaper", "--all"], cwd=ROOT, capture_output=True, text=True
    )
    assert (reaper.returncode, reaper.stderr) == (0, "")
    assert {one["Labels"].get("overnet.run") for one in users_engine.containers()} == {None, alive.run}
    alive.interrupt()
    assert listing(users_engine) == before


def test_a_lab_is_gone_when_it_ends(run: Run) -> None:
    def found() -> list[list[str]]:
        wanted = {"label": f"overnet.run={run.id}"}
        things = run.outer.api.containers(all=True, filters=wanted), run.outer.api.networks(filters=wanted)
        return [[one["Id"] for one in kind] for kind in things]

    before = found()
    with Lab(run.outer, "short", ["node1"]) as lab:
        assert found() != before
        mounts = run.outer.api.inspect_container(lab.hosts["node1"].container)["Mounts"]
        data = next(mount["Name"] for mount in mounts if mount["Destination"] == "/var/lib/docker")
        assert data in {volume["Name"] for volume in run.outer.api.volumes()["Volumes"]}
    assert found() == before
    assert data not in {volume["Name"] for volume in run.outer.api.volumes()["Volumes"]}
