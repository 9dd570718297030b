"""A snippet's text, parsed into commands and what they printed.

A console transcript is what a terminal shows: a prompt that names its host (`node1$ `, or `$ ` where there
is one host), continuation lines that begin with `> `, and the output:

    node1$ docker network create \\
    >   --driver overlay overnet
    s8jzo5iy4znd6lvwmzjw5y5rq

A Python snippet is a valid script in cells: `#: on node1` begins a cell on that host (one host: one cell is
enough), and lines that begin with `#> ` hold what the cell printed:

    #: on node1
    print(client.networks.get("overnet").id)
    #> s8jzo5iy4znd6lvwmzjw5y5rq

In both, lines that begin with `#: ` are directives for the harness. Readers never see them:

    #: exits 1                  the next command must end with this status
    #: in any order             the lines of its output may come in any order
    #: within 90 seconds        its deadline, instead of the default one
    #: for a moment             its output passes by: it need not be there a second time
    #: quantities times 10      its sizes, durations and percentages may differ by this factor
"""

import re
from dataclasses import dataclass, field, replace

from overnet.errors import Problem

PROMPT = re.compile(r"(?P<host>[a-z][a-z0-9-]*)?\$ (?P<text>.*)")
CONTINUATION = "> "
DIRECTIVE = "#: "
PRINTED = re.compile(r"#>(?: (?P<text>.*))?")


@dataclass(frozen=True)
class Expectation:
    """What the directives before a command ask of it."""

    exits: int = 0
    any_order: bool = False
    within: int | None = None
    passing: bool = False
    factor: int | None = None


@dataclass(frozen=True)
class Command:
    """One command, or one Python cell, and the lines it printed when it was recorded.

    `host` is "" where the prompt names none. `text` has no prompts; its lines are joined by newlines.
    `line` and `output_line` are the 1-based lines of the file at which command and output begin.
    """

    host: str
    text: str
    line: int
    output: list[str] = field(default_factory=list)
    output_line: int = 0
    expects: Expectation = Expectation()


def expectation(words: str, before: Expectation, where: str) -> Expectation:
    """Add the directive `words` (without `#: `) to `before`. Raises Problem if it is not one of the five."""
    if match := re.fullmatch(r"exits (\d+)", words):
        return replace(before, exits=int(match[1]))
    if match := re.fullmatch(r"within (\d+) seconds", words):
        return replace(before, within=int(match[1]))
    if words == "in any order":
        return replace(before, any_order=True)
    if words == "for a moment":
        return replace(before, passing=True)
    if match := re.fullmatch(r"quantities times (\d+)", words):
        return replace(before, factor=int(match[1]))
    known = "exits N, in any order, within N seconds, for a moment, quantities times N"
    raise Problem(f"{where}: unknown directive '{words}'; known are: {known}")


def parse(text: str, where: str = "block") -> list[Command]:
    """The commands of a console transcript.

    `where` names the file in messages. Raises Problem (`where:line: …`) for output before the first prompt,
    an unknown directive, a directive that no command follows, and a text without a command.
    """
    commands: list[Command] = []
    expects = Expectation()
    for number, line in enumerate(text.rstrip("\n").split("\n"), start=1):
        here = f"{where}:{number}"
        last = commands[-1] if commands else None
        if line.startswith(DIRECTIVE):
            expects = expectation(line[len(DIRECTIVE) :], expects, here)
        elif prompt := PROMPT.fullmatch(line):
            commands.append(Command(prompt["host"] or "", prompt["text"], number, expects=expects))
            expects = Expectation()
        elif last is None:
            raise Problem(f"{here}: output before the first prompt ('$ ' or 'host$ ')")
        elif line.startswith(CONTINUATION.rstrip()) and line[1:2] in ("", " ") and not last.output:
            commands[-1] = replace(last, text=f"{last.text}\n{line[len(CONTINUATION) :]}")
        else:
            commands[-1] = replace(last, output=[*last.output, line], output_line=last.output_line or number)
    return _checked(commands, expects, where)


def parse_python(text: str, where: str = "block") -> list[Command]:
    """The cells of a Python snippet, each as a Command whose text is its source.

    Raises Problem (`where:line: …`) for an unknown directive, code after a cell's output (a new cell begins
    with `#: on HOST`), and a text without code.
    """
    cells: list[Command] = []
    expects = Expectation()
    for number, line in enumerate(text.rstrip("\n").split("\n"), start=1):
        here = f"{where}:{number}"
        last = cells[-1] if cells else None
        if host := re.fullmatch(DIRECTIVE + r"on ([a-z][a-z0-9-]*)", line):
            cells.append(Command(host[1], "", number + 1, expects=expects))
            expects = Expectation()
        elif line.startswith(DIRECTIVE) and last and not last.text:
            cells[-1] = replace(last, expects=expectation(line[len(DIRECTIVE) :], last.expects, here))
        elif line.startswith(DIRECTIVE):
            expects = expectation(line[len(DIRECTIVE) :], expects, here)
        elif printed := PRINTED.fullmatch(line):
            if last is None:
                raise Problem(f"{here}: output before the first line of code")
            cells[-1] = replace(
                last, output=[*last.output, printed["text"] or ""], output_line=last.output_line or number
            )
        elif not line and (last is None or not last.text):
            continue
        elif last is None:
            cells.append(Command("", line, number, expects=expects))
            expects = Expectation()
        elif not last.text:
            cells[-1] = replace(last, text=line, line=number)
        elif last.output:
            if line:
                raise Problem(f"{here}: code after the output of a cell; begin a new cell with '#: on HOST'")
        else:
            cells[-1] = replace(last, text=f"{last.text}\n{line}")
    return _checked([replace(cell, text=cell.text.rstrip("\n")) for cell in cells], expects, where)


def _checked(commands: list[Command], left_over: Expectation, where: str) -> list[Command]:
    for command in commands:
        if not command.text.strip():
            raise Problem(f"{where}:{command.line}: nothing to run here")
    if left_over != Expectation():
        raise Problem(f"{where}: the last directive has no command after it")
    if not commands:
        raise Problem(f"{where}: no command in it")
    return commands


def shown(text: str) -> str:
    """The transcript as readers see it: without directives."""
    return "\n".join(line for line in text.rstrip("\n").split("\n") if not line.startswith(DIRECTIVE))
