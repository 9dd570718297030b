"""Labs as processes of their own."""

import os
from collections.abc import Callable, Iterator

import pytest

from tests.labs.processes import LabProcess


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
