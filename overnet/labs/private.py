"""The private outer engine: a dockerd from the host image, in namespaces of its own, one for each cache folder.

It runs while somebody has a claim on it; of a stopped one, only its data is left, in the cache.
"""

import contextlib
import fcntl
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import docker

from overnet import cache
from overnet.errors import Problem, last_lines
from overnet.labs import host_images
from overnet.labs.engine import Engine
from overnet.labs.processes import with_argument

SCRIPT = Path(__file__).parent / "files" / "private-engine"
_SECONDS_TO_START = 90
_SECONDS_TO_DIE = 1


def can_run() -> bool:
    """Whether this process may start a private engine."""
    return sys.platform == "linux" and os.geteuid() == 0


def engine() -> Engine:
    """Return the private engine of this cache folder, running or not; a Problem where it cannot run."""
    if not can_run():
        raise Problem("no Docker Engine that can run labs was found: start Docker, or run this as root on Debian")
    socket = cache.folder("engine") / "docker.sock"
    if len(os.fsencode(socket)) > 100:
        raise Problem(f"{socket} is too long for a socket: set OVERNET_CACHE to a folder with a shorter path")
    return Engine(address=f"unix://{socket}", private=True)


def name() -> str:
    """Return the name of this cache folder's private engine: of its cgroups, and its host name."""
    return "overnet-" + hashlib.sha256(os.fsencode(cache.folder())).hexdigest()[:8]


def claim() -> int:
    """Return a file descriptor that keeps the private engine running; it and its copies in child processes count."""
    users_lock = os.open(cache.folder("engine") / "users.lock", os.O_RDWR | os.O_CREAT, 0o644)
    fcntl.flock(users_lock, fcntl.LOCK_SH)
    return users_lock


def running() -> bool:
    """Whether the private engine is up, or about to be."""
    return bool(with_argument(name()))


def start(image: Path) -> None:
    """Start the private engine from an extracted host image, unless it runs. The caller has a claim on it."""
    folder = cache.folder("engine")
    with cache.locked(folder / "start.lock"):
        if running():
            with contextlib.suppress(docker.errors.DockerException):
                engine().client().close()
                return
            _kill()  # its cache folder was removed, and it is of no more use
        log = folder / "log"
        mount, data = cache.folder("engine", "mount"), cache.folder("engine", "data")
        with log.open("wb") as output:
            script = ["sh", SCRIPT, name(), image, mount, cache.folder(), folder / "docker.sock", data]
            # As a child of init, so that it outlives this process if another run uses it.
            subprocess.run(["setsid", "--fork", *script], stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _empty(_wait(log))


def stop(users_lock: int) -> None:
    """Give up a claim; if it was the last one, stop the private engine, leaving only its data."""
    with cache.locked(cache.folder("engine") / "start.lock"):
        fcntl.flock(users_lock, fcntl.LOCK_UN)
        try:
            fcntl.flock(users_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        _kill()


@contextlib.contextmanager
def outward() -> Iterator[None]:
    """While open, the containers of the running engine can reach what this machine reaches."""
    inside = _children(with_argument(name())[0])[0]
    root = Path(f"/proc/{inside}/root")
    loader = next(iter(root.glob("usr/lib*/ld-linux*")), None)
    if not loader:
        raise Problem("the private engine ended while it was in use: start the run again")
    libraries = ":".join(str(path) for path in root.glob("usr/lib/*-linux-gnu"))
    slirp = [loader, "--library-path", libraries, root / "usr/bin/slirp4netns"]
    process = subprocess.Popen(
        ["setpriv", "--pdeathsig", "KILL", *slirp, "--configure", "--disable-host-loopback", str(inside), "tap0"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _wait(log: Path) -> docker.APIClient:
    """Return a client of the engine that was just started, as soon as it answers."""
    deadline = time.monotonic() + _SECONDS_TO_START
    seen = time.monotonic()
    while seen > time.monotonic() - _SECONDS_TO_DIE and time.monotonic() < deadline:
        if running():  # a process that is just executing another program has no command line for a moment
            seen = time.monotonic()
        with contextlib.suppress(docker.errors.DockerException):
            return engine().client()
        time.sleep(0.05)
    _kill()
    raise Problem(f"the private engine did not start: {last_lines(log.read_bytes())}")


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()]


def _running(pid: int) -> bool:
    """Whether the process is there and is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _empty(api: docker.APIClient) -> None:
    """Remove what a machine that went down in the middle of a run left in the private engine's data, and host images
    that the cache has no more."""
    for container in api.containers(all=True):
        api.remove_container(container["Id"], force=True, v=True)
    for network in api.networks(filters={"type": "custom"}):
        api.remove_network(network["Id"])
    for volume in api.volumes()["Volumes"] or []:
        api.remove_volume(volume["Name"], force=True)
    host_images.unload(api)


def _kill() -> None:
    """End the private engine and all in it, and remove its cgroups."""
    for pid in with_argument(name()):
        with contextlib.suppress(OSError):
            for child in _children(pid):
                os.kill(child, signal.SIGTERM)
            deadline = time.monotonic() + 5
            while _running(pid) and time.monotonic() < deadline:
                time.sleep(0.02)
            os.kill(pid, signal.SIGKILL)
    _remove_cgroups()
    (cache.folder("engine") / "docker.sock").unlink(missing_ok=True)


def _remove_cgroups() -> None:
    """Remove the private engine's cgroups, once the kernel is done with their processes."""
    cgroups = Path("/sys/fs/cgroup")
    deadline = time.monotonic() + 5
    while groups := [*cgroups.glob(f"*/{name()}"), *cgroups.glob(name())]:
        for group in groups:
            for folder, _, _ in os.walk(group, topdown=False):
                with contextlib.suppress(OSError):
                    os.rmdir(folder)
        if time.monotonic() > deadline:
            raise Problem(f"processes are left in {groups[0]}: end them")
        time.sleep(0.02)
