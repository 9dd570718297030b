"""The virtual machine: what its kernel has, and that it ends with its run."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from overnet import cache
from overnet.engines import REFERENCE
from overnet.labs import qemu, vm
from overnet.labs.lab import Lab
from overnet.labs.outer import Outer
from overnet.labs.processes import with_argument
from overnet.labs.run import Run
from overnet.project import ROOT
from tests.labs.processes import wait

UP = """
import signal
from overnet.labs import vm
from overnet.engines import REFERENCE
from overnet.labs.run import Run
with Run() as run:
    vm.start(run.outer, REFERENCE, f"{run.id}.1")
    print(run.id, flush=True)
    signal.pause()
"""


@pytest.fixture
def machine(run: Run) -> Iterator[Outer]:
    yield vm.start(run.outer, REFERENCE, next(qemu.names(run.id)))
    qemu.stop_all(run.id)


def test_its_kernel_has_what_pages_need(run: Run, machine: Outer) -> None:
    assert machine.kernel != run.outer.kernel
    assert {"esp", "ip_vs", "ipvlan", "macvlan", "netem", "nfs", "overlay", "vlan", "vxlan"} <= machine.features


def test_a_lab_is_ready_in_it_and_others_can_be_made(machine: Outer) -> None:
    for name in ("ready", "made"):
        with Lab(machine, name, vm.HOSTS) as lab:
            one, two = lab.hosts.values()
            for host in (one, two):
                assert host.run(["docker", "pull", "-q", "alpine"]) == (0, b"docker.io/library/alpine:latest\n")
                assert host.run(["hostname"])[1].decode().strip() == host.name
            assert one.run(["ping", "-c", "1", "-q", two.name])[0] == 0


@pytest.mark.parametrize("reaper_dies", [False, True], ids=["SIGKILL", "SIGKILL of the reaper too"])
def test_it_ends_with_its_run(run: Run, reaper_dies: bool) -> None:
    process = subprocess.Popen([sys.executable, "-c", UP], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with process.stdout:
        started = process.stdout.readline().strip()
    name, folder = f"overnet-vm-{started}.1", cache.folder("vm", "runs") / f"{started}.1"
    assert with_argument(name) and folder.exists()
    if reaper_dies:
        [reaper] = with_argument(started)
        os.kill(reaper, signal.SIGKILL)
    process.kill()
    process.wait()
    wait("QEMU", lambda: not with_argument(name))
    if reaper_dies:
        subprocess.run([sys.executable, "-m", "overnet.labs.reaper", "--all"], cwd=ROOT, check=True)
    wait("the folder", lambda: not folder.exists())
