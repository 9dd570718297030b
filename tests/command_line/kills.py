"""`make kills`: runs that are ended by TERM and by KILL at random moments, on each kind of engine, and what is left.

It takes half an hour, so it is not among the tests: it is for changes to how runs begin and end.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from overnet import cache
from tests.command_line.copies import Copy
from tests.labs import processes
from tests.labs.test_cleanup import listing, small_machine, users_engine

MOMENTS = 20
SECONDS_TO_CLEAN_UP = 60
__all__ = ["small_machine", "users_engine"]


@pytest.fixture(scope="session")
def needing(recorded: Copy, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A project with a page that runs in the virtual machine, where this kernel has no ip_vs."""
    copy = recorded.again(tmp_path_factory.mktemp("project") / "needing")
    with (copy.folder / "snippets/networks/lab.yml").open("a") as lab:
        lab.write("needs: [ip_vs]\n")
    return copy


@pytest.fixture(params=["recorded", "needing"], scope="session")
def project(request: pytest.FixtureRequest) -> tuple[Copy, float]:
    """A project, and how many seconds a whole run of its page takes."""
    copy = request.getfixturevalue(request.param)
    prove(copy).communicate()
    started = time.monotonic()
    process = prove(copy)
    _, errors = process.communicate()
    assert process.returncode == 0, errors
    return copy, time.monotonic() - started


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("moment", range(MOMENTS))
def test_nothing_is_left_on_this_machine(project: tuple[Copy, float], moment: int, how: signal.Signals) -> None:
    copy, seconds = project
    before = machine(copy)
    end(copy, seconds, how)
    back(lambda: machine(copy), before)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("moment", range(MOMENTS))
def test_nothing_is_left_on_a_users_engine(users_engine, recorded: Copy, moment: int, how: signal.Signals) -> None:
    def look() -> tuple[str, list[object]]:
        return listing(users_engine), machine(recorded)

    before = look()
    end(recorded, 25, how)
    back(look, before)


def back(look: Callable[[], object], before: object) -> None:
    """Wait until what is seen is what was there before."""
    deadline = time.monotonic() + SECONDS_TO_CLEAN_UP
    while look() != before and time.monotonic() < deadline:
        time.sleep(0.2)
    assert look() == before


def prove(copy: Copy) -> subprocess.Popen:
    return copy.start("prove", "networks", "--fresh")


def end(copy: Copy, seconds: float, how: signal.Signals) -> None:
    """Start a run, end it within so many seconds, and clean up as `make clean` does."""
    process = prove(copy)
    after = random.uniform(0, seconds)
    print(f"{how.name} after {after:.2f} s")
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(how)
    process.communicate()
    environment = {**os.environ, "OVERNET_CACHE": str(copy.cache)}
    subprocess.run([sys.executable, "-m", "overnet.labs.reaper", "--all"], cwd=copy.folder, env=environment, check=True)


def machine(copy: Copy) -> list[object]:
    """What runs of a copy could leave on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERNET_CACHE", str(copy.cache))
        return [processes.machine(), copy.left(), sorted(os.listdir(cache.folder("vm", "runs")))]
