"""Tests of the harness share a recorded project, those of the lab a run: each folder's go to one process."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent.name in ("harness", "lab"):
            item.add_marker(pytest.mark.xdist_group(item.path.parent.name))
