"""The package is a house of rooms on floors, and its modules are small."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from overnet.project import ROOT

MODULES = sorted((ROOT / "overnet").rglob("*.py"))
MOST_LINES = {ast.FunctionDef: 40, ast.AsyncFunctionDef: 40, ast.ClassDef: 120}
MOST_OF_A_MODULE = 200


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
    assert too_large(module.read_text("utf-8")) == []


def test_each_function_counts_whatever_it_is_called() -> None:
    long, short = "def run():\n" + "    pass\n" * 40, "def run():\n    pass\n"
    assert too_large(long + short) == [("run", 1, 41)]
    assert too_large(f"{short}\nasync {long}") == [("run", 4, 41)]
    assert too_large("pass\n" * 201) == [("", 1, 201)]


def too_large(text: str) -> list[tuple[str, int, int]]:
    """(name, line, size) of each function, class and module ("") in `text` that has too many lines."""
    nodes = [node for node in ast.walk(ast.parse(text)) if type(node) in MOST_LINES]
    sizes = [(node.name, node.lineno, node.end_lineno - node.lineno + 1, MOST_LINES[type(node)]) for node in nodes]
    sizes.append(("", 1, text.count("\n"), MOST_OF_A_MODULE))
    return [(name, line, size) for name, line, size, most in sizes if size > most]


def test_every_room_says_what_it_is() -> None:
    rooms = [folder for folder in (ROOT / "overnet").iterdir() if folder.is_dir() and any(folder.glob("*.py"))]
    for room in rooms:
        lines = (room / "__init__.py").read_text("utf-8").count("\n")
        assert 3 <= lines <= 7, f"{room.name}: {lines} lines"
