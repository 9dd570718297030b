"""Wrong pages: each value, word, number, cell and line of an output changed in turn, and whether a run would notice."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

from overnet.matching.binding import Binding
from overnet.matching.identity import IDS
from overnet.matching.lines import lines_of, match
from overnet.matching.one_line import Line
from overnet.matching.quantities import TOLERANCES, difference
from overnet.matching.tables import BORDER, laid_out
from overnet.matching.tokens import Token, samples, scan, tokens
from overnet.snippets.command import Command
from overnet.snippets.walkthrough import Walkthrough
from tests.matching.others import BASE36, HEX, others

# Why a run may be otherwise than the page: these are told to readers (How this site is proven).
ONCE = "a value that each run makes anew, where the page shows it once"
TIME = "a date, a time of day, or the number of a packet"
NEAR = "a quantity within its factor, and so a time that says 'at once'"
ALIKE = "the order of two lines that differ only in such values"


@dataclass(frozen=True)
class Mutant:
    """An output in which one thing is otherwise; `kind` says what, `free` why a run may be as well, or ""."""

    kind: str
    output: list[str]
    free: str = ""


@dataclass
class Page:
    """One track of a page, whose recorded outputs are the run, but with other ids."""

    walkthrough: Walkthrough
    commands: list[Command]

    def __post_init__(self):
        self.hosts = {address: address for address in self.walkthrough.addresses}
        self.typed = self.walkthrough.typed(self.commands)
        lines = [line for command in self.commands for line in (*command.text.split("\n"), *command.output)]
        known = {token.name for line in lines for token in samples(line) if token.name not in self.typed}
        self.run = [other_ids(command, known) for command in self.commands]
        self.before = [Binding(self.hosts, self.typed)]
        for command, run in zip(self.commands, self.run):
            self.before.append(self._next(self.before[-1], command, run))
        self.shown = Counter(token.name for line in lines for token in tokens(line, known=self.samples))
        self.words = sorted({word for line in lines for word in re.findall(r"[^\W\d_]{2,}", line)})

    @property
    def samples(self) -> dict:
        """The page's sample values by name."""
        return self.before[-1].real_of if self.is_green() else {}

    @staticmethod
    def _next(binding: Binding | None, page: Command, run: Command) -> Binding | None:
        """The binding after a command; None if the run sends another one, or prints another output."""
        if binding is None or binding.command(page.text) != run.text:
            return None
        return match(page.output, run.output, binding, page.expects.any_order, page.expects.factor)

    def is_green(self) -> bool:
        return self.before[-1] is not None

    def notices(self, number: int, mutant: Mutant) -> bool:
        """Whether the run is red where the output of one command is shown as the mutant has it."""
        right = self.commands[number]
        wrong = replace(right, output=mutant.output)
        page = [*self.commands[:number], wrong, *self.commands[number + 1 :]]
        binding, first = self.before[number], number
        if names(wrong.output) != names(right.output) and (now := self.walkthrough.typed(page)) != self.typed:
            binding, first = Binding(self.hosts, now), 0
        for here, there in zip(page[first:], self.run[first:]):
            binding = self._next(binding, here, there)
            if binding is None:
                return True
            if here is not wrong and first and binding == self.before[number + 1]:
                return False
        return False

    def mutants(self, number: int, random: Random) -> Iterator[Mutant]:
        """All mutants of the output of one command."""
        output, expects = self.commands[number].output, self.commands[number].expects
        any_order = expects.any_order
        lines = lines_of(output)
        for place, line in enumerate(lines):
            if line.elides or (any_order and not line.text):
                continue
            before, after = output[:place], output[place + 1 :]
            yield Mutant("a line dropped", before + after)
            yield Mutant("a line doubled", [*before, line.text, line.text, *after])
            if after and not any_order and after[0] != line.text:
                alike = lines[place + 1].outline == line.outline
                yield Mutant("two lines swapped", [*before, after[0], line.text, *after[1:]], ALIKE * alike)
            for kind, text, free in [*self._values(line.text, random, expects.factor), *self._words(line.text, random)]:
                yield Mutant(kind, [*before, text, *after], free)
        for place, changed in moved_cells(lines):
            yield Mutant("a cell in another column", [*output[:place], changed, *output[place + 1 :]])

    def _values(self, line: str, random: Random, factor: int | None) -> Iterator[tuple[str, str, str]]:
        """(kind, line, why it is free) with each value of a shape changed to another of its kind."""
        for token in self._found(line):
            for kind, text in others(token, random):
                if text != token.text:
                    yield kind, line[: token.start] + text + line[token.end :], self._free(token, kind, text, factor)

    def _found(self, line: str) -> list[Token]:
        """The values in a line, those included that the reader typed."""
        return list(samples(line, known=self.samples))

    def _free(self, token: Token, kind: str, text: str, factor: int | None) -> str:
        if token in self.before[0].fixed or kind.endswith("the network"):
            return ""
        if token.shape.kind in TOLERANCES:
            return NEAR if not difference(token.shape.kind, token.text, text, factor) else ""
        if not token.shape.identity:
            return TIME
        return ONCE if self.shown[token.name] == 1 else ""

    def _words(self, line: str, random: Random) -> Iterator[tuple[str, str, str]]:
        """(kind, line, "") with each word and each number that is part of no value changed to another."""
        inside = {place for token in self._found(line) for place in range(token.start, token.end)}
        for found in re.finditer(r"\d+|[^\W\d_]+", line):
            if found.start() not in inside:
                old = found[0]
                new = str(int(old) + random.choice([1, 1, 10])) if old.isdigit() else random.choice(self.words)
                if new != old:
                    kind = "a number" if old.isdigit() else "a word"
                    yield kind, line[: found.start()] + new + line[found.end() :], ""


def other_ids(command: Command, known: set[tuple[str, str]]) -> Command:
    """A command and its output with another id in place of each: each digit is the next one."""

    def line(text: str) -> str:
        for token in reversed([token for token in tokens(text, known=known) if token.name[0] in IDS]):
            start = token.start + len("sha256:") * token.text.startswith("sha256:")
            digits = HEX if token.name[0] == "hex id" else BASE36
            other = text[start : token.end].translate(str.maketrans(digits, digits[1:] + digits[0]))
            text = text[:start] + other + text[token.end :]
        return text

    return replace(
        command,
        text="\n".join(map(line, command.text.split("\n"))),
        output=list(map(line, command.output)),
    )


def names(output: Iterable[str]) -> set[tuple[str, str]]:
    return {token.name for line in output for token in scan(line)}


def moved_cells(lines: list[Line]) -> Iterator[tuple[int, str]]:
    """(number, line) with each cell of a table in the column of its neighbour."""
    for number, line in enumerate(lines):
        if not line.cells or number == 0 or not lines[number - 1].cells:
            continue
        table = [other.cells for other in lines[: number + 1] if other.cells]
        cells = line.cells.split(BORDER)
        for column in range(len(cells) - 1):
            if cells[column] != cells[column + 1]:
                moved = [*cells[:column], cells[column + 1], cells[column], *cells[column + 2 :]]
                yield number, laid_out([*table[:-1], BORDER.join(moved)])[-1]
