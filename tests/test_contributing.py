"""What CONTRIBUTING.md names is there: files, and what is defined in modules."""

import importlib
import re

import pytest

from overnet.project import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([^`\n]+)`", TEXT)))
ROOMS = [room.parent.name for room in ROOT.glob("overnet/*/__init__.py")]
MODULES = [name for name in NAMED if re.fullmatch(rf"(?:{'|'.join(ROOMS)})(?:\.[A-Za-z_]+)+", name)]
FILES = [name for name in NAMED if re.fullmatch(r"(?:[\w.-]+/)+(?:[\w-]+\.\w+)?", name)]
MADE = ("build/", "site/")  # by a build


def test_something_is_named() -> None:
    assert "snippets.walkthrough.load" in MODULES and "receipts/reuse.py" in FILES


@pytest.mark.parametrize("name", MODULES)
def test_a_name_in_a_module_is_defined(name: str) -> None:
    room, module, *what = name.split(".")
    file = ROOT / "overnet" / room / f"{module}.py"
    assert file.is_file()
    if what:
        assert hasattr(importlib.import_module(f"overnet.{room}.{module}"), what[0])


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_there(name: str) -> None:
    assert name in MADE or (ROOT / name).exists() or (ROOT / "overnet" / name).exists()
