"""The examples in the docstrings of the package are true."""

import doctest
import importlib
from pathlib import Path

import pytest

from overnet.walkthrough import ROOT

MODULES = sorted(file.stem for file in Path(ROOT, "overnet").glob("*.py") if "\n    >>> " in file.read_text())


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    assert doctest.testmod(importlib.import_module(f"overnet.{module}")).failed == 0
