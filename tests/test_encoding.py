"""The package reads and writes UTF-8, whatever the locale."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from overnet.project import ROOT

NOT_UTF_8 = {**os.environ, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
POSITIONAL = {"read_text": 1, "write_text": 2}  # how many arguments there are with an encoding


def without_encoding(call: ast.Call) -> bool:
    """Whether a call reads or writes text as the locale says. Ruff's PLW1514 sees this only where it knows the type."""
    name = getattr(call.func, "attr", "")
    named = {keyword.arg for keyword in call.keywords}
    as_text = any(keyword.arg == "text" and getattr(keyword.value, "value", None) is True for keyword in call.keywords)
    missing = name in POSITIONAL and len(call.args) < POSITIONAL[name]
    return bool("encoding" not in named and (missing or as_text))


@pytest.mark.parametrize("file", sorted((ROOT / "overnet").rglob("*.py")), ids=lambda file: str(file.relative_to(ROOT)))
def test_each_text_has_an_encoding(file: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert [call.lineno for call in calls if without_encoding(call)] == []


def test_pages_are_read_in_any_locale() -> None:
    code = (
        "import locale; from pathlib import Path; from overnet.pages.published import Page;"
        "print(locale.getpreferredencoding(), Page('zh', 'index', Path('docs/zh/index.md')).text.isascii())"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=NOT_UTF_8, capture_output=True, check=True)
    encoding, is_ascii = done.stdout.decode("ascii").split()
    assert (encoding != "UTF-8", is_ascii) == (True, "False")


def test_the_command_line_works_in_any_locale() -> None:
    done = subprocess.run([sys.executable, "-m", "overnet", "lint"], cwd=ROOT, env=NOT_UTF_8, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
