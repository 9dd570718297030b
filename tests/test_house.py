"""The package is a house of rooms on floors, and its modules are small."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from overnet.project import ROOT

MODULES = sorted((ROOT / "overnet").rglob("*.py"))
MOST_LINES = {ast.FunctionDef: 40, ast.ClassDef: 120, ast.Module: 200}


def test_an_upward_import_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "overnet", tmp_path / "overnet")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert linted(tmp_path).returncode == 0
    with (tmp_path / "overnet/matching/lines.py").open("a") as module:
        module.write("from overnet.proving.items import Item\n")
    done = linted(tmp_path)
    assert done.returncode == 1
    assert "overnet.matching.lines -> overnet.proving.items" in done.stdout


def linted(folder: Path) -> subprocess.CompletedProcess:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_modules_are_small(module: Path) -> None:
    text = module.read_text("utf-8")
    sizes = {module.name: (text.count("\n"), MOST_LINES[ast.Module])}
    for node in ast.walk(ast.parse(text)):
        if type(node) in (ast.FunctionDef, ast.ClassDef):
            sizes[node.name] = (node.end_lineno - node.lineno + 1, MOST_LINES[type(node)])
    assert {name: size for name, (size, most) in sizes.items() if size > most} == {}


def test_every_room_says_what_it_is() -> None:
    rooms = [folder for folder in (ROOT / "overnet").iterdir() if folder.is_dir() and any(folder.glob("*.py"))]
    for room in rooms:
        lines = (room / "__init__.py").read_text("utf-8").count("\n")
        assert 3 <= lines <= 7, f"{room.name}: {lines} lines"
