"""A snippet's text becomes commands; what is no transcript is told with its line."""

import pytest

from overnet.errors import Problem
from overnet.snippets.transcript import Expectation, parse, parse_python, shown


def test_prompts_continuations_and_output() -> None:
    first, second = parse("node1$ docker network create \\\n>   --driver overlay x\nid\n\nmore\nnode2$ true\n")
    assert (first.host, first.text, first.line) == ("node1", "docker network create \\\n  --driver overlay x", 1)
    assert (first.output, first.output_line) == (["id", "", "more"], 3)
    assert (second.host, second.text, second.line, second.output) == ("node2", "true", 6, [])


def test_a_prompt_without_a_host() -> None:
    assert parse("$ ls\n")[0].host == ""


def test_after_the_output_began_a_line_like_a_continuation_is_output() -> None:
    assert parse("$ cat quote\nsaid:\n> yes\n")[0].output == ["said:", "> yes"]


def test_an_empty_continuation_line_may_have_lost_its_space() -> None:
    assert parse("$ cat <<E\n> a\n>\n> b\n> E\n")[0].text == "cat <<E\na\n\nb\nE"


def test_directives_are_for_the_next_command_only() -> None:
    first, second = parse("#: exits 2\n#: in any order\n#: within 90 seconds\n$ ls\n$ ls\n")
    assert first.expects == Expectation(exits=2, any_order=True, within=90)
    assert second.expects == Expectation()


def test_readers_do_not_see_directives() -> None:
    assert shown("#: exits 1\n$ false\n#: in any order\n$ ls\na\n") == "$ false\n$ ls\na"


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
    "bridge\n$ ls\n": "file:1: output before the first prompt",
    "$ ls\n#: hidden\n$ ls\n": "file:2: unknown directive 'hidden'; known are: exits N, in any order, within N seconds",
    "#: exits one\n$ ls\n": "file:1: unknown directive 'exits one'",
    "$ ls\n#: exits 1\n": "file: the last directive has no command after it",
    "$ ls\n$ \n": "file:2: nothing to run here",
    "": "file:1: output before the first prompt",
}
PYTHON_FAULTS = {
    "#> 1\n": "file:1: output before the first line of code",
    "print(1)\n#> 1\nprint(2)\n": "file:3: code after the output of a cell",
    "#: within 5 minutes\nprint(1)\n": "file:1: unknown directive 'within 5 minutes'",
    "#: on node1\n#: on node2\nprint(1)\n": "file:2: nothing to run here",
    "print(1)\n#: exits 1\n": "file: the last directive has no command after it",
    "": "file: no command in it",
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_no_transcript(text: str) -> None:
    with pytest.raises(Problem) as found:
        parse(text, "file")
    assert str(found.value).startswith(FAULTS[text])


@pytest.mark.parametrize("text", PYTHON_FAULTS)
def test_what_is_no_python_snippet(text: str) -> None:
    with pytest.raises(Problem) as found:
        parse_python(text, "file")
    assert str(found.value).startswith(PYTHON_FAULTS[text])
