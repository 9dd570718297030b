"""Clean-up: the one way in which what a run made goes away, however the run ends.

A run starts `python -m overnet.labs.reaper` in a session of its own and holds the pipe to its standard input. When the
pipe closes (the end, Ctrl-C, a crash, SIGKILL), the reaper ends the run's virtual machines, removes all that carries
the run's label, and stops the private engine if no other run uses it.
"""

import argparse
import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import docker
import requests

from overnet import cache
from overnet.errors import Problem
from overnet.labs import private, qemu
from overnet.labs.engine import Engine, users
from overnet.project import ROOT

LABEL = "overnet.run"


class Reaper:
    """The reaper's process, as the run sees it."""

    def __init__(self, engine: Engine, run: str) -> None:
        """Start it for what the run is about to make on the engine. A private engine stays up as long as it lives."""
        locks = [_lock(run)]
        os.write(locks[0], (engine.address or "").encode())
        options = ["--run", run]
        if engine.address:
            options += ["--address", engine.address]
        if engine.private:
            locks.append(private.claim())
            options += ["--claim", str(locks[-1])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "overnet.labs.reaper", *options],
            stdin=subprocess.PIPE,
            pass_fds=locks,
            start_new_session=True,
            cwd=ROOT,
            env=os.environ | {"OVERNET_CACHE": str(cache.folder())},
        )
        for lock in locks:
            os.close(lock)

    def close(self) -> None:
        """Let it remove everything, and wait until it has."""
        self._process.stdin.close()
        if self._process.wait():
            raise Problem("clean-up was not complete: run `python -m overnet.labs.reaper --all`")


def sweep(api: docker.APIClient, label: str) -> None:
    """Remove the containers, networks, images and volumes that carry a label ("name" or "name=value")."""
    wanted = {"label": label}
    with ThreadPoolExecutor(8) as pool:
        containers = api.containers(all=True, filters=wanted)
        list(pool.map(lambda one: _remove(api.remove_container, one["Id"], force=True, v=True), containers))
        list(pool.map(lambda one: _remove(api.remove_network, one["Id"]), api.networks(filters=wanted)))
        list(pool.map(lambda one: _remove(api.remove_image, one["Id"], force=True), api.images(filters=wanted)))
        list(pool.map(lambda one: _remove(api.remove_volume, one["Name"]), _volumes(api, label)))


def _volumes(api: docker.APIClient, label: str) -> list[dict]:
    return api.volumes(filters={"label": label})["Volumes"] or []


def _remove(method: Callable[..., object], name: str, **options: bool) -> None:
    """Remove one thing; that it is gone already, or going, is no error."""
    try:
        method(name, **options)
    except docker.errors.APIError as error:
        if error.status_code not in (404, 409):
            raise


def _reap(engine: Engine, run: str) -> None:
    """Sweep until nothing is left, also of a request that was under way when the run died."""
    try:
        api = engine.client()
    except docker.errors.DockerException:
        if engine.private:
            return  # it was not up yet, so there is nothing on it
        raise
    wanted = {"label": f"{LABEL}={run}"}
    quiet = 0
    while quiet < 4:
        things = api.containers(all=True, filters=wanted), api.networks(filters=wanted), api.images(filters=wanted)
        if any(things) or _volumes(api, wanted["label"]):
            sweep(api, wanted["label"])
            quiet = 0
        else:
            quiet += 1
            time.sleep(0.1)


def _lock(run: str) -> int | None:
    """Return a file descriptor that shows that the run is alive; None if another one shows it."""
    lock = os.open(cache.folder("runs") / run, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    return lock


def _all() -> None:
    """Remove what is left of the runs of this cache folder whose reaper was killed."""
    claim = private.claim()
    for run in os.listdir(cache.folder("runs")):
        if _lock(run) is not None:
            qemu.stop_all(run)
            address = (cache.folder("runs") / run).read_text("utf-8")
            engine = Engine(address, private=True) if address else users()
            if engine is None:
                raise Problem(f"run {run} has left things on your Docker Engine, which does not answer: start Docker")
            _reap(engine, run)
            _forget(run)
    private.stop(claim)


def _forget(run: str) -> None:
    (cache.folder("runs") / run).unlink()


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m overnet.labs.reaper", description="remove what dead runs have left"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--all", action="store_true", help="what is left of runs whose clean-up was killed")
    what.add_argument("--run", help="one run, once standard input ends; used by runs")
    parser.add_argument("--address", help="its engine, if it is not the environment's")
    parser.add_argument("--claim", type=int, help="a file descriptor that keeps the private engine running")
    options = parser.parse_args()
    try:
        if options.all:
            return _all()
        sys.stdin.read()
        qemu.stop_all(options.run)
        _reap(Engine(options.address, private=options.claim is not None), options.run)
        if options.claim is not None:
            private.stop(options.claim)
        _forget(options.run)
    except (Problem, docker.errors.DockerException, requests.exceptions.RequestException) as error:
        sys.exit(f"clean-up: {error}")


if __name__ == "__main__":
    main()
