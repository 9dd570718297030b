"""Does one line that a run printed match a line of the page?

Text must be equal, with these exceptions, each one rule:

- A sample value (see shapes) matches a value of its shape, bound one to one for the whole page (see binding); sizes,
  durations and percentages match within a factor (see quantities).
- Where the page has two spaces or more, or a space beside a sample value, any run of spaces matches: the width
  of a table's columns depends on the values in it. Indentation and single spaces are exact. But what stands under a
  header is in its column (see tables).
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache

from overnet.matching.binding import Binding
from overnet.matching.conflict import Conflict
from overnet.matching.quantities import TOLERANCES, difference
from overnet.matching.tokens import Token, as_token, samples, scan

ELLIPSIS = "..."
Pairs = list[tuple[Token, Token]]


class Elision(str):
    """A line of the page, `...`, that stands for any lines. A plain str of that text is what a program printed."""


def on_page(line: str) -> str:
    """What a line that is written as it is on a page stands for: a lone `...` for any lines, any other for itself."""
    return Elision(line) if line.strip() == ELLIPSIS else line


@dataclass(frozen=True)
class Line:
    """A line of an output, and its cells, joined, if it belongs to a table (see tables.rows)."""

    text: str
    cells: str | None = None

    @property
    def elides(self) -> bool:
        return isinstance(self.text, Elision)

    @cached_property
    def outline(self) -> str:
        """What two lines that match have in common: all that is no value, with single spaces."""
        return _outline(self.text)


def matched(want: Line, got: Line, binding: Binding, factor: int | None = None) -> Binding | None:
    """The binding extended by what the line `got` has in place of the samples in `want`; None if they differ. Raises
    Conflict where only a value does."""
    found = pairs(want, got, binding)
    return None if found is None else agreed_on(found, binding, factor)


def agreed_on(found: Pairs, binding: Binding, factor: int | None) -> Binding:
    """The binding extended by pairs of values. Raises Conflict if they contradict it, or are too far from each
    other."""
    for sample, real in found:
        if sample.shape.kind in TOLERANCES and (why := difference(sample.shape.kind, sample.text, real.text, factor)):
            raise Conflict(why)
    return binding.extended(found)


def alike(want: Line, got: Line, binding: Binding) -> Binding:
    """`binding`, extended by those values of two lines of the same text that do not contradict it."""
    for pair in pairs(want, got, binding) or []:
        with suppress(Conflict):
            binding = binding.extended([pair])
    return binding


def pairs(want: Line, got: Line, binding: Binding) -> Pairs | None:
    """The samples of a line of the page with what a line of the run has in their places; None if another text or
    another shape is around or in one of them."""
    if want.outline != got.outline:
        return None
    if got.cells and want.cells is not None:
        return _pairs(want.cells, got.cells, binding)
    return _pairs(want.text, got.text, binding)


def _pairs(want: str, got: str, binding: Binding) -> Pairs | None:
    wanted, actual = atoms(want), atoms(got)
    if len(wanted) != len(actual):
        return None
    free = {token.start for token in samples(want, binding.fixed, binding.real_of)}
    is_free = [isinstance(atom, Token) and atom.start in free for atom in wanted]
    found = []
    for number, (one, other) in enumerate(zip(wanted, actual)):
        if is_free[number]:
            if not isinstance(other, Token) or not _same_shape(one, other):
                return None
            found.append((one, other if other.shape is one.shape else as_token(other.text, one)))
        elif _text(one) == _text(other):
            continue
        elif not (_is_space(one) and _is_space(other) and number) or (
            len(one) < 2 and not any(is_free[max(number - 1, 0) : number + 2])
        ):
            return None
    return found


def _same_shape(sample: Token, real: Token) -> bool:
    return real.shape is sample.shape or bool(re.fullmatch(sample.shape.pattern, real.text))


@lru_cache(1 << 14)
def atoms(line: str) -> tuple[str | Token, ...]:
    """A line in pieces: values of a shape, runs of spaces, and the text between them."""
    parts: list[str | Token] = []
    end = 0
    for token in scan(line):
        parts += [*_split(line[end : token.start]), token]
        end = token.end
    return (*parts, *_split(line[end:]))


def _split(text: str) -> list[str]:
    return [part for part in re.split("( +)", text) if part]


def _text(atom: str | Token) -> str:
    return atom.text if isinstance(atom, Token) else atom


def _is_space(atom: str | Token) -> bool:
    return isinstance(atom, str) and atom.isspace() and atom.strip(" ") == ""


@lru_cache(1 << 14)
def _outline(line: str) -> str:
    return "".join("\0" if isinstance(atom, Token) else " " if _is_space(atom) else atom for atom in atoms(line))
