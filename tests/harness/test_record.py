"""Recording rewrites the outputs that changed, and no other byte."""

import pytest

from overnet.executor import Outcome
from overnet.record import rewritten
from overnet.transcript import parse, parse_python
from overnet.walkthrough import Snippet

CONSOLE = "$ ls\na\n#: exits 1\n$ cat <<END\n> x\n> END\nb\n\nc\n$ true\n"
PYTHON = "#: on node1\nx = 1\n\nprint(x)\n#> 1\n\n#: on node2\nprint(2)\n#> 2\n#>\n#> 3\n"
# what: (snippet, the outputs of a run, the snippet after it)
CASES = {
    "a shorter output": (CONSOLE, ["A", "b\n\nc", ""], CONSOLE.replace("\na\n", "\nA\n")),
    "a longer output": (CONSOLE, ["a", "b\nd\n\nc", ""], CONSOLE.replace("\nb\n", "\nb\nd\n")),
    "an output that went": (CONSOLE, ["a", "", ""], CONSOLE.replace("b\n\nc\n", "")),
    "an output that came": (CONSOLE, ["a", "b\n\nc", "new"], CONSOLE + "new\n"),
    "all outputs": ("$ ls\n$ ls\nb", ["a", "c"], "$ ls\na\n$ ls\nc\n"),
    "a cell's output": (PYTHON, ["1", "2\n\n4"], PYTHON.replace("#> 3", "#> 4")),
    "another cell's output": (PYTHON, ["one", "2\n\n3"], PYTHON.replace("#> 1", "#> one")),
    "a cell's new output": ("print(1)\n", ["1\n\n2"], "print(1)\n#> 1\n#>\n#> 2\n"),
    "a cell after a directive": (
        "#: on node1\n#: exits 1\nx = 1\nprint(x)\n#> 1\n",
        ["2"],
        "#: on node1\n#: exits 1\nx = 1\nprint(x)\n#> 2\n",
    ),
    "a cell after an empty line": ("\nprint(1)\n#> 1\n", ["2"], "\nprint(1)\n#> 2\n"),
    "an empty line before the output": ("print(1)\n\n#> 1\n", ["2"], "print(1)\n\n#> 2\n"),
}


def snippet(text: str) -> Snippet:
    if text.startswith(("$", "#: exits 0")):
        return Snippet("page/step.console", text, tuple(parse(text)))
    return Snippet("page/step.py", text, tuple(parse_python(text)))


def outcomes(outputs: list[str]) -> list[Outcome]:
    return [Outcome(text.split("\n") if text else [], 0.1, 0.0) for text in outputs]


@pytest.mark.parametrize("what", CASES)
def test_only_the_output_changes(what: str) -> None:
    before, outputs, after = CASES[what]
    assert rewritten(snippet(before), outcomes(outputs)) == after


@pytest.mark.parametrize("text", [CONSOLE, PYTHON, "$ ls\na\n\n\n", "$ ls\na", "print(1)\n\n#> 1\n\n"])
def test_the_same_outputs_leave_the_same_bytes(text: str) -> None:
    there = snippet(text)
    assert rewritten(there, outcomes(["\n".join(command.output) for command in there.commands])) == text
