"""What a run printed, shown as the page would show it: the text of a failure's diff and of a new recording."""

import difflib
from collections.abc import Container, Iterator

from overnet.matching.binding import Binding, Conflict
from overnet.matching.lines import Elision, agreed, alike, match, match_line, trimmed
from overnet.matching.shapes import tokens


def rendered(
    expected: list[str], actual: list[str], binding: Binding, any_order: bool = False
) -> tuple[list[str], Binding, list[str]]:
    """What `actual` looks like on the page, the binding after it, and a sentence for each value of wrong identity.

    Lines that match keep the page's text, with its sample values and its `...`; in the others, known values are
    shown as their samples, so that a diff against `expected` has only the true difference in it.
    """
    if found := match(expected, actual, binding, any_order):
        return expected, found, []
    expected, actual = trimmed(expected), trimmed(actual)
    if any_order:
        actual = _in_order_of(expected, actual, binding)
    lines: list[str] = []
    conflicts: list[str] = []
    for want, got in _aligned(expected, actual, binding):
        if any(isinstance(line, Elision) for line in want) and len(want) == 1:
            lines += want
            continue
        for number, line in enumerate(got):
            kept = None
            if number < len(want):
                try:
                    kept = match_line(want[number], line, binding)
                except Conflict as conflict:
                    conflicts.append(str(conflict))
                    binding = alike(want[number], line, binding)
            if kept:
                lines.append(want[number])
                binding = kept
            else:
                binding, shown = binding.shown(line)
                lines.append(shown)
    return lines, binding, conflicts


def _in_order_of(expected: list[str], actual: list[str], binding: Binding) -> list[str]:
    """The lines of the run in the page's order; those that match no line fill the places left over, then the end."""
    left = list(actual)
    ordered: list[str | None] = []
    for want in expected:
        found = next((line for line in left if agreed(want, line, binding)), None)
        if found is not None:
            left.remove(found)
        ordered.append(found)
    filled = [line if line is not None else left.pop(0) for line in ordered if line is not None or left]
    return filled + left


def _aligned(expected: list[str], actual: list[str], binding: Binding) -> Iterator[tuple[list[str], list[str]]]:
    """Pairs (lines of the page, lines of the run) that belong together; equal ones have equal length."""
    outlines = [_outline(line, binding.typed, binding.real_of) for line in expected]
    got = [_outline(line, binding.typed, binding.sample_of) for line in actual]
    for _, a, b, c, d in difflib.SequenceMatcher(None, outlines, got, autojunk=False).get_opcodes():
        yield expected[a:b], actual[c:d]


def _outline(line: str, exact: Container[str], known: Container[tuple[str, str]]) -> str:
    parts, end = [], 0
    for token in tokens(line, exact, known):
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
