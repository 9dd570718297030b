"""The virtual machine: what its kernel has, and that it ends with its run."""

import os
import signal
import subprocess
import sys

import pytest

from overnet import cache
from overnet.processes import with_argument
from overnet.run import Run
from tests.lab.processes import ROOT, wait

UP = """
import signal
from overnet.run import Run
with Run() as run:
    run.machine()
    print(run.id, flush=True)
    signal.pause()
"""


def test_its_kernel_has_what_pages_need(run: Run) -> None:
    machine = run.machine()
    assert machine.kernel != run.outer.kernel
    assert {"esp", "ip_vs", "ipvlan", "macvlan", "netem", "nfs", "overlay", "vlan", "vxlan"} <= machine.features


@pytest.mark.parametrize("reaper_dies", [False, True], ids=["SIGKILL", "SIGKILL of the reaper too"])
def test_it_ends_with_its_run(run: Run, reaper_dies: bool) -> None:
    process = subprocess.Popen([sys.executable, "-c", UP], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with process.stdout:
        started = process.stdout.readline().strip()
    name, folder = f"overnet-vm-{started}", cache.folder("vm", "runs") / started
    assert with_argument(name) and folder.exists()
    if reaper_dies:
        [reaper] = with_argument(started)
        os.kill(reaper, signal.SIGKILL)
    process.kill()
    process.wait()
    wait("QEMU", lambda: not with_argument(name))
    if reaper_dies:
        subprocess.run([sys.executable, "-m", "overnet.reaper", "--all"], cwd=ROOT, check=True)
    wait("the folder", lambda: not folder.exists())
