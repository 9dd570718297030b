"""What the tests of several rooms share: one run, for those that look into labs, and what a test needs.

A test that needs engines is marked `engine` (Docker, or root on Debian), one that needs the built site `browser`; the
rest takes seconds. Tests that share a recorded project go to one process, and those of a module that look into labs.
"""

import os
import signal
from collections.abc import Iterator

import pytest

from overnet.labs.run import Run

OF_CI = ("CI", "GITHUB_ACTIONS")


def pytest_configure() -> None:
    """Let tests pass or fail alike in CI, at home, and in the background of a shell, where Ctrl-C is ignored: those of
    what CI gets set its variables themselves."""
    for name in OF_CI:
        os.environ.pop(name, None)
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def run() -> Iterator[Run]:
    with Run() as run:
        yield run


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist looks at the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        recorded = "plain" in item.fixturenames
        if recorded or "run" in item.fixturenames or item.path.parent.name == "labs":
            item.add_marker(pytest.mark.xdist_group("project" if recorded else item.path.stem))
            item.add_marker(pytest.mark.engine)
        if "site" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
            # A browser on two busy cores sometimes answers late.
            item.add_marker(pytest.mark.flaky(reruns=1))
