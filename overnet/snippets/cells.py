"""A Python snippet, parsed into cells and what they printed.

It is a valid script in cells: `#: on node1` begins a cell on that host (one host: one cell is enough), and lines that
begin with `#> ` hold what the cell printed:

    #: on node1
    print(client.networks.get("overnet").id)
    #> s8jzo5iy4znd6lvwmzjw5y5rq

Other lines that begin with `#: ` are directives, and what begins with `#>| ` is an escaped line of output: both as in a
console transcript (see transcript).
"""

import re
from collections.abc import Callable
from dataclasses import replace

from overnet.errors import Problem
from overnet.matching.one_line import Elision, on_page
from overnet.snippets.command import HOST, Command, checked, holds
from overnet.snippets.directives import DIRECTIVE, Expectation, expectation
from overnet.snippets.escapes import check, escaped, unescaped

ON = re.compile(f"{DIRECTIVE}on ({HOST})")
PRINTED = "#> "
ESCAPED = "#>| "


def parse_python(text: str, where: str = "block") -> list[Command]:
    """The cells of a Python snippet, each as a Command whose text is its source.

    Raises Problem (`where:line: …`) for an unknown directive or one that no code follows, code after a cell's output (a
    new cell begins with `#: on HOST`), a mark in an output, a gap in one, a bad escape, a control character, and a text
    without code.
    """
    cells: list[Command] = []
    expects: Expectation | None = None
    for number, line in enumerate(text.rstrip("\n").split("\n"), start=1):
        here = f"{where}:{number}"
        check(line, here)
        last = cells[-1] if cells else None
        if host := ON.fullmatch(line):
            cells.append(Command(host[1], "", number + 1, expects=expects or Expectation()))
            expects = None
        elif line.startswith(DIRECTIVE.rstrip()) and last and not last.text:
            cells[-1] = replace(last, expects=expectation(line, last.expects, here))
        elif line.startswith(DIRECTIVE.rstrip()):
            expects = expectation(line, expects, here)
        elif line and last and last.text and expects:
            raise Problem(f"{here}: a directive stands right before its cell; a new cell begins with '#: on HOST'")
        elif line.startswith(PRINTED.rstrip()):
            cells[-1:] = [_printed(last, line, number, here)]
        elif not line:
            cells[-1:] = [replace(cell, text=f"{cell.text}\n") if _is_open(cell) else cell for cell in cells[-1:]]
        elif last is None:
            cells.append(Command("", line, number, expects=expects or Expectation()))
            expects = None
        elif last.output:
            raise Problem(f"{here}: code after the output of a cell; begin a new cell with '#: on HOST'")
        else:
            cells[-1] = _continued(last, line, number)
    for cell in cells:
        if cell.expects.look:
            raise Problem(f"{where}:{cell.line}: 'look at' is for transcripts: the output of a cell has no marks")
    return checked([replace(cell, text=cell.text.rstrip("\n")) for cell in cells], expects, where)


def _is_open(cell: Command) -> bool:
    """Whether an empty line is a line of the cell's code."""
    return bool(cell.text and not cell.output)


def _continued(cell: Command, line: str, number: int) -> Command:
    return replace(cell, text=f"{cell.text}\n{line}") if cell.text else replace(cell, text=line, line=number)


def _printed(cell: Command | None, line: str, number: int, where: str) -> Command:
    if cell is None:
        raise Problem(f"{where}: output before the first line of code")
    if cell.output and number != cell.output_line + len(cell.output):
        raise Problem(f"{where}: output after an empty line; an empty line that a cell printed is '{PRINTED.rstrip()}'")
    return cell.printed(_output(line, where), number)


def _output(line: str, where: str) -> str:
    """The line of output that a line of the file is. Raises Problem if it is a bad escape, or lacks its space."""
    for form, read in ((ESCAPED, lambda text: unescaped(text, where)), (PRINTED, on_page)):
        if line == form.rstrip() or line.startswith(form):
            return read(line[len(form) :])
    raise Problem(f"{where}: a line of output begins with '{PRINTED}', an escaped one with '{ESCAPED}'")


def written(lines: list[str]) -> list[str]:
    """The lines of a snippet that hold an output: each is escaped only if it would be read as something else."""
    return [
        f"{PRINTED}{line}".rstrip(" ") if isinstance(line, Elision) or _is_plain(line) else ESCAPED + escaped(line)
        for line in lines
    ]


def _is_plain(line: str) -> bool:
    return holds(parse_python, ["pass", f"{PRINTED}{line}", "#> -"], line)


def changed(text: str, change: Callable[[str], str]) -> str:
    """A snippet's text, each line of its code and of its outputs as `change` makes it."""
    return "\n".join(_changed(line, change) for line in text.split("\n"))


def _changed(line: str, change: Callable[[str], str]) -> str:
    if not line.startswith(ESCAPED):
        return change(line)
    return ESCAPED + escaped(change(unescaped(line[len(ESCAPED) :], line)))
