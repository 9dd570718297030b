"""Does what a run printed match what the page shows?

Text must be equal, with these exceptions, each one rule:

- A sample value (see shapes) matches a value of its shape, bound one to one for the whole page (see binding).
- Where the page has two spaces or more, or a space beside a sample value, any run of spaces matches: the width
  of a table's columns depends on the values in it. Indentation and single spaces are exact.
- Spaces at the end of a line, and empty lines at the end of an output, do not count.
- A line of the page that holds only `...` (an Elision) matches any lines, in order with the others.
- With the directive `in any order`, the lines may come in any order, and empty lines do not count.
"""

import re
from contextlib import suppress

from overnet.matching.binding import Binding, Conflict
from overnet.matching.shapes import Token, tokens

ELLIPSIS = "..."


class Elision(str):
    """A line of the page, `...`, that stands for any lines. A plain str of that text is what a program printed."""


def on_page(line: str) -> str:
    """What a line that is written as it is on a page stands for: a lone `...` for any lines, any other for itself."""
    return Elision(line) if line.strip() == ELLIPSIS else line


def match(expected: list[str], actual: list[str], binding: Binding, any_order: bool = False) -> Binding | None:
    """The binding extended by what `actual` has in place of the samples in `expected`; None if they differ."""
    want, got = trimmed(expected), trimmed(actual)
    if any_order:
        return _unordered([line for line in want if line], [line for line in got if line], binding)
    return _ordered(want, got, binding)


def match_line(expected: str, actual: str, binding: Binding) -> Binding | None:
    """The same for one line. Raises Conflict where only the identity of a value differs."""
    pattern, samples = _pattern(expected, binding)
    found = re.fullmatch(pattern, actual.rstrip())
    return binding.extended(zip(samples, found.groups())) if found else None


def _pattern(expected: str, binding: Binding) -> tuple[str, list[Token]]:
    line = expected.rstrip()
    indent = len(line) - len(line.lstrip())
    samples = list(tokens(line, binding.typed, binding.real_of))
    parts, end = [re.escape(line[:indent])], indent
    for token in samples:
        parts += [_literal(line[end : token.start], after=end > indent, before=True), f"({token.shape.pattern})"]
        end = token.end
    parts.append(_literal(line[end:], after=end > indent, before=False))
    return "".join(parts), samples


def _literal(text: str, after: bool, before: bool) -> str:
    """A regular expression for the exact text between two samples (`after` the one, `before` the other)."""
    pieces = re.split("( +)", text)
    if after and pieces[0] == "" and len(pieces) > 1:
        pieces[1] = "  "
    if before and pieces[-1] == "" and len(pieces) > 1:
        pieces[-2] = "  "
    return "".join(" +" if piece.isspace() and len(piece) > 1 else re.escape(piece) for piece in pieces)


def _ordered(expected: list[str], actual: list[str], binding: Binding) -> Binding | None:
    for number, line in enumerate(expected):
        if isinstance(line, Elision):
            rest = expected[number + 1 :]
            tails = (actual[start:] for start in range(number, len(actual) + 1))
            return next((found for tail in tails if (found := _ordered(rest, tail, binding))), None)
        extended = agreed(line, actual[number], binding) if number < len(actual) else None
        if extended is None:
            return None
        binding = extended
    return binding if len(actual) == len(expected) else None


def _unordered(expected: list[str], actual: list[str], binding: Binding) -> Binding | None:
    wanted = [line for line in expected if not isinstance(line, Elision)]
    if len(wanted) > len(actual) or len(wanted) == len(expected) != len(actual):
        return None
    return _assigned(wanted, actual, binding)


def _assigned(wanted: list[str], actual: list[str], binding: Binding) -> Binding | None:
    """Give each wanted line an actual one of its own; the line with the fewest candidates first."""
    if not wanted:
        return binding
    candidates: list[list[tuple[int, Binding]]] = []
    for want in wanted:
        pairs = ((number, agreed(want, line, binding)) for number, line in enumerate(actual))
        candidates.append([(number, extended) for number, extended in pairs if extended])
    if not _each_has_one([[number for number, _ in found] for found in candidates]):
        return None
    fewest = min(range(len(wanted)), key=lambda number: len(candidates[number]))
    for number, extended in candidates[fewest]:
        rest = wanted[:fewest] + wanted[fewest + 1 :]
        if found := _assigned(rest, actual[:number] + actual[number + 1 :], extended):
            return found
    return None


def _each_has_one(candidates: list[list[int]]) -> bool:
    """Whether each line can have a candidate of its own (augmenting paths, after Kuhn)."""
    taken: dict[int, int] = {}

    def place(line: int, seen: set[int]) -> bool:
        for candidate in candidates[line]:
            if candidate not in seen:
                seen.add(candidate)
                if candidate not in taken or place(taken[candidate], seen):
                    taken[candidate] = line
                    return True
        return False

    return all(place(line, set()) for line in range(len(candidates)))


def agreed(expected: str, actual: str, binding: Binding) -> Binding | None:
    """The same for one line, but None where only the identity of a value differs, too."""
    try:
        return match_line(expected, actual, binding)
    except Conflict:
        return None


def alike(expected: str, actual: str, binding: Binding) -> Binding:
    """`binding`, extended by those values of two lines of the same text that do not contradict it."""
    pattern, samples = _pattern(expected, binding)
    for pair in zip(samples, re.fullmatch(pattern, actual.rstrip()).groups()):
        with suppress(Conflict):
            binding = binding.extended([pair])
    return binding


def trimmed(lines: list[str]) -> list[str]:
    lines = [line if isinstance(line, Elision) else line.rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines
