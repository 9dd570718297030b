"""Control characters in a snippet's file, and for readers."""

import pytest

from overnet.errors import Problem
from overnet.snippets.escapes import escaped, printable, unescaped

LINES = ["", "a b", "10%\r100%", "\x1b[1mbold\x1b[0m", "\0", "\t", "\\x1b", "\\\\", "\x85\x9b", "é\u2028\ufffd"]


@pytest.mark.parametrize("line", LINES)
def test_an_escaped_line_stands_for_itself(line: str) -> None:
    assert unescaped(escaped(line), "file:1") == line


def test_what_is_escaped() -> None:
    assert escaped("10%\r\\ \x1b\t\x85é") == r"10%\x0d\\ \x1b" + "\t" + r"\x85é"


@pytest.mark.parametrize("text", ["\\", "a\\n", r"\x1", r"\x41", r"\x0a", r"\x09", r"\x1B", "\\\\\\"])
def test_what_is_no_escape(text: str) -> None:
    with pytest.raises(Problem, match="file:1: in an escaped line, a backslash is "):
        unescaped(text, "file:1")


def test_control_characters_are_made_visible() -> None:
    assert printable("a\x1b[1m\tb\r\n\x7f\0\x85\u2028é") == "a␛[1m\tb␍\n␡␀\ufffd\ufffdé"
