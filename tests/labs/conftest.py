"""One run for the tests that only look into labs; it needs what a run needs (Docker, or root on Debian)."""

import os
from collections.abc import Callable, Iterator

import pytest

from overnet.run import Run
from tests.lab.processes import LabProcess


@pytest.fixture(scope="session")
def run() -> Iterator[Run]:
    with Run() as run:
        yield run


@pytest.fixture
def start_lab() -> Iterator[Callable[..., LabProcess]]:
    started = []

    def start(**environment: str) -> LabProcess:
        started.append(LabProcess(os.environ | environment))
        return started[-1]

    yield start
    for lab in started:
        if lab.alive():
            lab.kill()
