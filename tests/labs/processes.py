"""Labs as processes of their own, and what they make of this machine."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docker

from overnet import cache
from overnet.labs import private

ROOT = Path(__file__).parent.parent.parent


class LabProcess:
    """`python -m overnet lab node1` as a process of its own, with a lab that is up."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "overnet", "lab", "node1"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.output = ""
        while "Ctrl-C ends the lab" not in self.output:
            line = self._process.stdout.readline()
            assert line, f"the lab did not start: {self.output}"
            self.output += line
        self.reaper = next(pid for pid in reapers() if parent(pid) == self._process.pid)
        arguments = Path(f"/proc/{self.reaper}/cmdline").read_bytes().split(b"\0")
        self.run = arguments[arguments.index(b"--run") + 1].decode()

    def alive(self) -> bool:
        return self._process.poll() is None

    def interrupt(self) -> None:
        """Press Ctrl-C, which a terminal tells all processes in its foreground, and wait for the end."""
        os.killpg(self._process.pid, signal.SIGINT)
        self.output += self._process.communicate(timeout=30)[0]
        assert self._process.returncode == 0, self.output

    def kill(self) -> None:
        """End it at once, with nothing done by itself."""
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


def all_processes() -> list[tuple[int, list[bytes]]]:
    """The processes of this machine, with their arguments."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            found.append((int(path.parent.name), path.read_bytes().split(b"\0")))
    return found


def reapers() -> list[int]:
    return [pid for pid, arguments in all_processes() if b"overnet.labs.reaper" in arguments]


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])


def wait(what: str, done: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, f"waited {seconds} s for: {what}"
        time.sleep(0.05)


def machine() -> str:
    """What this machine has of the things that runs with this cache folder make on it."""
    own = str(cache.folder())
    mounts = sorted(line for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines() if own in line)
    interfaces = sorted(path.name for path in Path("/sys/class/net").iterdir())
    folders = os.walk("/sys/fs/cgroup")  # which heeds no folder that goes meanwhile, as those of other tests do
    cgroups = sorted(f"{folder}/{name}" for folder, names, _ in folders for name in names if name == private.name())
    ours = sorted(pid for pid, arguments in all_processes() if own.encode() in b" ".join(arguments))
    return json.dumps([mounts, interfaces, cgroups, ours, sorted(os.listdir(cache.folder("runs")))], indent=1)


def listing(api: docker.APIClient) -> str:
    """What `docker ps -a`, `images -a`, `network ls` and `volume ls` read, without the age in the status, and without
    the order of mounts, in which the Engine lists them anew each time (it keeps them in a map)."""
    containers = [
        container | {"Status": "", "Mounts": sorted(container["Mounts"], key=str)}
        for container in api.containers(all=True)
    ]
    found = [containers, api.images(all=True), api.networks(), api.volumes()["Volumes"]]
    return json.dumps([sorted(json.dumps(one, sort_keys=True) for one in kind) for kind in found], indent=1)
