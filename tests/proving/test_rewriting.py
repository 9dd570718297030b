"""Recording rewrites the outputs that changed, and no other byte."""

from dataclasses import replace

import pytest

from overnet.matching.binding import Binding
from overnet.proving.rewriting import rewritten
from overnet.snippets.cells import parse_python
from overnet.snippets.command import Command
from overnet.snippets.directives import Expectation
from overnet.snippets.snippet import Snippet
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal.executor import Outcome
from overnet.terminal.judge import Judge
from overnet.terminal.session import Answer

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


def outcomes(there: Snippet, outputs: list[str], **other: int) -> list[Outcome]:
    """What a run of the snippet leaves; its commands end as they must, or with the status `other`."""
    return [
        Outcome(text.split("\n") if text else [], 0.1, 0.0, status=other.get("status", command.expects.exits))
        for command, text in zip(there.commands, outputs, strict=True)
    ]


@pytest.mark.parametrize("what", CASES)
def test_only_the_output_changes(what: str) -> None:
    before, outputs, after = CASES[what]
    there = snippet(before)
    assert rewritten(there, outcomes(there, outputs)) == after


@pytest.mark.parametrize("text", [CONSOLE, PYTHON, "$ ls\na\n\n\n", "$ ls\na", "print(1)\n\n#> 1\n\n"])
def test_the_same_outputs_leave_the_same_bytes(text: str) -> None:
    there = snippet(text)
    assert rewritten(there, outcomes(there, ["\n".join(command.output) for command in there.commands])) == text


STATUSES = {
    "a command that fails": ("$ true\n$ ls\na\n", "$ true\n#: exits 2\n$ ls\na\n", 2),
    "another status": ("$ true\n#: exits 1\n#: in any order\n$ ls\na\n", "$ true\n#: in any order\n#: exits 2\n$ ls\na\n", 2),
    "a command that no longer fails": ("$ true\n#: exits 1\n$ ls\na\n", "$ true\n$ ls\na\n", 0),
    "a cell that no longer fails": ("#: on node1\n#: exits 1\n\nx\n#> a\n", "#: on node1\n\nx\n#> a\n", 0),
    "a cell that fails": ("#: on node1\nx\n#> a\n", "#: on node1\n#: exits 1\nx\n#> a\n", 1),
}  # fmt: skip


@pytest.mark.parametrize("what", STATUSES)
def test_a_variant_says_how_its_commands_end(what: str) -> None:
    before, after, status = STATUSES[what]
    there = snippet(before)
    same, last = there.commands[:-1], there.commands[-1:]
    ended = [
        *outcomes(replace(there, commands=same), ["" for _ in same]),
        *outcomes(replace(there, commands=last), ["a"], status=status),
    ]
    assert rewritten(there, ended) == after
    assert snippet(after).commands[-1].expects.exits == status


READINGS = {
    "nothing is written yet": ([], None, "a1", True),
    "it still changes": ([], None, "a1 or a2", False),
    "what is awaited, with other values": (["container 0123456789ab"], 60, "container ba9876543210", True),
    "not what is awaited": (["container 0123456789ab"], 60, "no container", False),
    "not what is shown": (["container 0123456789ab"], None, "no container", False),
}


@pytest.mark.parametrize("case", READINGS)
def test_a_recording_reads_until_the_page_holds_but_for_its_values(case: str) -> None:
    shown, within, reading, settled = READINGS[case]
    page = Walkthrough("page", {"node1": "192.0.2.11"}, (), (), 5, {})
    judge = Judge(page, Binding({"192.0.2.11": "198.18.0.11"}), recording=True)
    command = Command("node1", "docker ps", 1, shown, expects=Expectation(within=within))
    first, *_, last = (judge.verdict(command, Answer(text, 0), judge.binding) for text in reading.split(" or ") * 2)
    assert judge.settled(command, first, last) is settled
    assert not judge.settled(command, None, last)
