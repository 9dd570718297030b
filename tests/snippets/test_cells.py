"""A Python snippet's text becomes cells; what is none is told with its line."""

import pytest

from overnet.errors import Problem
from overnet.matching.one_line import Elision
from overnet.snippets.cells import changed, parse_python, written


def test_python_cells() -> None:
    text = "#: on node1\nx = 1\n\nprint(x)\n#> 1\n#>\n#: exits 1\n#: on node2\nprint(y)\n"
    first, second = parse_python(text)
    assert (first.host, first.text, first.line) == ("node1", "x = 1\n\nprint(x)", 2)
    assert (first.output, first.output_line) == (["1", ""], 5)
    assert (second.host, second.text, second.line, second.expects.exits) == ("node2", "print(y)", 9, 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#: on node1\n#: exits 1\nprint(1)\n", id="after a directive"),
        pytest.param("#: on node1\n\nprint(1)\n", id="after an empty line"),
        pytest.param("\nprint(1)\n", id="after an empty first line"),
    ],
)
def test_the_line_of_a_cell_is_its_first_line_of_code(text: str) -> None:
    [cell] = parse_python(text)
    assert text.split("\n")[cell.line - 1] == "print(1)"


FAULTS = {
    "#> 1\n": "file:1: output before the first line of code",
    "print(1)\n#> 1\nprint(2)\n": "file:3: code after the output of a cell",
    "#: within 5 minutes\nprint(1)\n": "file:1: unknown directive 'within 5 minutes'",
    "#: on node1\n#: on node2\nprint(1)\n": "file:2: nothing to run here",
    "print(1)\n#: exits 1\n": "file: the last directive has no command after it",
    "": "file: no command in it",
    "#: on node1\nx\n#:on node2\ny\n": "file:3: a directive begins with '#: '",
    "print(1)\n#>1\n": "file:2: a line of output begins with '#> ', an escaped one with '#>| '",
    "print(1)\n#>|1\n": "file:2: a line of output begins with '#> '",
    "print(1)\n#>| \\n\n": "file:2: in an escaped line, a backslash is",
    "print(1)\n#> a\rb\n": "file:2: a control character (U+000D)",
    "print(1)\n#> 1\n\n#> 2\n": "file:4: output after an empty line; an empty line that a cell printed is '#>'",
    "print(1)\n#> 1\n#: exits 1\n#> 2\n": "file:4: a directive stands right before its cell",
    "#: look at 1\nprint(1)\n#> 1\n": "file:2: 'look at' is for transcripts",
    "x = 1\n#: exits 1\ny = 2\n": "file:3: a directive stands right before its cell",
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_no_python_snippet(text: str) -> None:
    with pytest.raises(Problem) as found:
        parse_python(text, "file")
    assert str(found.value).startswith(FAULTS[text])


ESCAPED = {
    "dots": (["a", "..."], ["#> a", "#>| ..."]),
    "control characters": (["10%\r\\100%", "\0"], [r"#>| 10%\x0d\\100%", r"#>| \x00"]),
    "nothing else": (
        ["$ a", "", "| a", "#> a", "\\x1b", "\ta"],
        ["#> $ a", "#>", "#> | a", "#> #> a", "#> \\x1b", "#> \ta"],
    ),
}


@pytest.mark.parametrize("what", ESCAPED)
def test_a_line_is_escaped_where_it_would_be_read_as_something_else(what: str) -> None:
    printed, lines = ESCAPED[what]
    assert written(printed) == lines
    assert [cell.output for cell in parse_python("\n".join(["ls()", *lines]))] == [printed]


def test_lines_left_out_are_not_escaped() -> None:
    text = "ls()\n#> a\n#> ..."
    [cell] = parse_python(text)
    assert "\n".join(["ls()", *written(cell.output)]) == text
    assert [isinstance(line, Elision) for line in cell.output] == [False, True]


def test_what_changes_a_text_sees_what_was_printed() -> None:
    text = "x = 1\n#> x\n#>| \\x1bx\\\\\n"
    assert changed(text, lambda line: line.replace("\x1bx", "b").replace("x", "y")) == "y = 1\n#> y\n#>| b\\\\\n"
