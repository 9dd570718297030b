"""The examples in the docstrings of the package are true."""

import doctest
import importlib

import pytest

from overnet.project import ROOT

MODULES = sorted(
    str(file.relative_to(ROOT).with_suffix("")).replace("/", ".")
    for file in (ROOT / "overnet").rglob("*.py")
    if "\n    >>> " in file.read_text()
)


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0
