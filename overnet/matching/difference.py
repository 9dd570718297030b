"""What a run printed, shown as the page would show it: the text of a failure's diff and of a new recording."""

import difflib
from collections.abc import Container, Iterator
from itertools import groupby

from overnet.matching.binding import Binding
from overnet.matching.conflict import Conflict
from overnet.matching.identity import Name
from overnet.matching.lines import lines_of, match
from overnet.matching.one_line import Line, alike, matched
from overnet.matching.tables import BORDER, laid_out, rows
from overnet.matching.tokens import Token, samples


def rendered(
    expected: list[str], actual: list[str], binding: Binding, any_order: bool = False, factor: int | None = None
) -> tuple[list[str], Binding, list[str]]:
    """What `actual` looks like on the page, the binding after it, and a sentence for each value that is wrong where the
    text around it is not. `factor` widens that of quantities.

    Lines that match keep the page's text, with its sample values and its `...`; in the others, known values are
    shown as their samples, so that a diff against `expected` has only the true difference in it.
    """
    if found := match(expected, actual, binding, any_order, factor):
        return expected, found, []
    want, got = lines_of(expected), lines_of(actual)
    if any_order:
        got = _in_order_of(want, got, binding, factor)
    lines: list[Line] = []
    conflicts: list[str] = []
    for page, run in _aligned(want, got, binding):
        if len(page) == 1 and page[0].elides:
            lines += page
            continue
        for number, line in enumerate(run):
            kept = None
            if number < len(page):
                try:
                    kept = matched(page[number], line, binding, factor)
                except Conflict as conflict:
                    conflicts.append(str(conflict))
                    binding = alike(page[number], line, binding)
            if kept:
                lines.append(page[number])
                binding = kept
            else:
                binding, shown = binding.shown(line.text)
                cells = binding.output(line.cells) if line.cells else line.cells
                lines.append(Line(shown, cells))
    return _in_columns(lines), binding, conflicts


def _in_columns(lines: list[Line]) -> list[str]:
    """The texts of lines from the page and from the run, whose tables have columns of different widths, in columns of
    one width."""
    texts = [line.text for line in lines]
    if rows(texts) == [line.cells for line in lines]:
        return texts
    shown: list[str] = []
    for borders, group in groupby(lines, key=lambda line: (line.cells or "").count(BORDER)):
        group = list(group)
        shown += laid_out([line.cells for line in group]) if borders else [line.text for line in group]
    return shown


def _in_order_of(want: list[Line], got: list[Line], binding: Binding, factor: int | None) -> list[Line]:
    """The lines of the run in the page's order; those that match no line fill the places left over, then the end."""
    left = list(got)
    ordered: list[Line | None] = []
    for line in want:
        found = next((other for other in left if _agree(line, other, binding, factor)), None)
        if found is not None:
            left.remove(found)
        ordered.append(found)
    filled = [line if line is not None else left.pop(0) for line in ordered if line is not None or left]
    return filled + left


def _agree(want: Line, got: Line, binding: Binding, factor: int | None) -> bool:
    try:
        return matched(want, got, binding, factor) is not None
    except Conflict:
        return False


def _aligned(want: list[Line], got: list[Line], binding: Binding) -> Iterator[tuple[list[Line], list[Line]]]:
    """Pairs (lines of the page, lines of the run) that belong together; equal ones have equal length."""
    page = [_outline(line.text, binding.fixed, binding.real_of) for line in want]
    run = [_outline(line.text, binding.fixed, binding.sample_of) for line in got]
    for _, a, b, c, d in difflib.SequenceMatcher(None, page, run, autojunk=False).get_opcodes():
        yield want[a:b], got[c:d]


def _outline(line: str, exact: Container[Token], known: Container[Name]) -> str:
    parts, end = [], 0
    for token in samples(line, exact, known):
        parts += [line[end : token.start], f"<{token.shape.kind}>"]
        end = token.end
    return " ".join(("".join(parts) + line[end:]).split())


def diff(expected: list[str], actual: list[str], where: str, first_line: int) -> str:
    """A unified diff, `expected` as `where` has it from its line `first_line` on."""
    lines = list(difflib.unified_diff(expected, actual, f"{where} (the page)", "this run", lineterm="", n=3))
    return "\n".join(_renumbered(line, first_line - 1) for line in lines)


def _renumbered(line: str, shift: int) -> str:
    if not line.startswith("@@"):
        return line
    start = line.split()[1].lstrip("-").split(",")
    return f"@@ line {max(int(start[0]), 1) + shift} @@"
