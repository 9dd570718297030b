"""Does what a run printed match what the page shows?

Line by line (see one_line), with these exceptions, each one rule:

- Spaces, tabs and carriage returns at the end of a line, and empty lines at the end of an output, do not count.
- A line of the page that holds only `...` (an Elision) matches any lines, in order with the others.
- With the directive `in any order`, the lines may come in any order, and empty lines do not count.

The last two are a search. It is bounded, so that it ends soon where nothing fits: what it does not find in some
thousand tries does not match.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator

from overnet.matching.binding import Binding
from overnet.matching.conflict import Conflict
from overnet.matching.identity import Name
from overnet.matching.one_line import Elision, Line, matched
from overnet.matching.tables import rows
from overnet.matching.tokens import samples, scan

TRIES = 3_000
BLANKS = " \t\r"  # what does not count at the end of a line


def match(
    expected: list[str], actual: list[str], binding: Binding, any_order: bool = False, factor: int | None = None
) -> Binding | None:
    """The binding extended by what `actual` has in place of the samples in `expected`; None if they differ. `factor`
    widens that of quantities."""
    want, got = lines_of([binding.begun(line) for line in expected]), lines_of(actual)
    search = _AnyOrder if any_order else _InOrder
    return search(want, got, factor).found(binding)


def lines_of(output: list[str]) -> list[Line]:
    """The lines of an output without what does not count at its end."""
    texts = trimmed(output)
    return [Line(text, cells) for text, cells in zip(texts, rows(texts))]


def trimmed(lines: list[str]) -> list[str]:
    lines = [line if isinstance(line, Elision) else line.rstrip(BLANKS) for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


class _Search:
    def __init__(self, want: list[Line], got: list[Line], factor: int | None):
        self.want, self.got, self.factor, self.tries = want, got, factor, 0

    def agreed(self, want: Line, got: Line, binding: Binding) -> Binding | None:
        self.tries += 1
        if self.tries > TRIES + len(self.want) + len(self.got):
            return None
        try:
            return matched(want, got, binding, self.factor)
        except Conflict:
            return None


class _InOrder(_Search):
    """Lines in order; `...` stands for any number of them."""

    def found(self, binding: Binding) -> Binding | None:
        if not any(line.elides for line in self.want):
            return self._rest(0, 0, binding) if len(self.want) == len(self.got) else None
        self.fits = self._fitting()
        self.failed: set[tuple[int, int, int]] = set()
        self.alive: list[Binding] = []
        return self._rest(0, 0, binding) if self.fits[0][0] else None

    def _fitting(self) -> list[list[bool]]:
        """Whether the lines of the page from the one on could be those of the run from the other on, by their text
        alone."""
        fits = [[False] * (len(self.got) + 1) for _ in range(len(self.want) + 1)]
        fits[-1][-1] = True
        for i in range(len(self.want) - 1, -1, -1):
            below, row, line = fits[i + 1], fits[i], self.want[i]
            for j in range(len(self.got), -1, -1):
                more = j < len(self.got)
                if line.elides:
                    row[j] = below[j] or (more and row[j + 1])
                else:
                    row[j] = more and below[j + 1] and line.outline == self.got[j].outline
        return fits

    def _rest(self, i: int, j: int, binding: Binding) -> Binding | None:
        while i < len(self.want):
            if self.want[i].elides:
                return self._after_ellipsis(i + 1, j, binding)
            extended = self.agreed(self.want[i], self.got[j], binding) if j < len(self.got) else None
            if extended is None:
                return None
            i, j, binding = i + 1, j + 1, extended
        return binding if j == len(self.got) else None

    def _after_ellipsis(self, i: int, first: int, binding: Binding) -> Binding | None:
        self.alive.append(binding)  # so that no other binding has its id
        for j in range(first, len(self.got) + 1):
            state = (i, j, id(binding))
            if self.fits[i][j] and state not in self.failed:
                if found := self._rest(i, j, binding):
                    return found
                self.failed.add(state)
        return None


class _AnyOrder(_Search):
    """Lines in any order; with a `...`, more lines than those."""

    def found(self, binding: Binding) -> Binding | None:
        more = any(line.elides for line in self.want)
        self.want = [line for line in self.want if line.text and not line.elides]
        self.got = [line for line in self.got if line.text]
        if len(self.want) > len(self.got) or (not more and len(self.want) != len(self.got)):
            return None
        self.kinds = [_kind(line, binding) for line in self.want]
        self.alike: dict[Hashable, list[int]] = defaultdict(list)
        self.having: dict[tuple[Hashable, Name], list[int]] = defaultdict(list)
        for number, line in enumerate(self.got):
            kind = _kind(line, binding)
            self.alike[kind].append(number)
            for token in scan(line.text):
                self.having[kind, token.name].append(number)
        if any(count > len(self.alike[kind]) for kind, count in Counter(self.kinds).items()):
            return None
        return self._assigned(binding)

    def _assigned(self, binding: Binding) -> Binding | None:
        """Give each line of the page one of the run, as `_plan` orders them; the last choice is the first to be
        undone."""
        plan = self._plan(binding)
        if not plan:
            return binding
        taken: list[int] = []
        choices = [self._choices(plan[0], binding, taken)]
        while choices:
            number, extended = next(choices[-1], (None, None))
            if extended is None:
                choices.pop()
                if taken:
                    taken.pop()
            elif len(choices) == len(plan):
                return extended
            else:
                taken.append(number)
                choices.append(self._choices(plan[len(taken)], extended, taken))
        return None

    def _choices(self, want: int, binding: Binding, taken: list[int]) -> Iterator[tuple[int, Binding]]:
        """The lines of the run that a line of the page can have, with the binding that this makes."""
        kind, used = self.kinds[want], set(taken)
        bound = [binding.real_of[name].name for name in self.names[want] if name in binding.real_of]
        numbers = min((self.having[kind, name] for name in bound), key=len) if bound else self.alike[kind]
        for number in numbers:
            if number not in used and (found := self.agreed(self.want[want], self.got[number], binding)):
                yield number, found

    def _plan(self, binding: Binding) -> list[int]:
        """The lines of the page in an order in which few are left to choice: first those whose values are known by
        then, else those of which the fewest are alike."""
        known = set(binding.real_of)
        lines = [samples(line.text, binding.fixed, binding.real_of) for line in self.want]
        self.names = [{token.name for token in line if token.shape.identity} for line in lines]
        unknown = [len(names - known) for names in self.names]
        users: dict[Name, list[int]] = defaultdict(list)
        for number, names in enumerate(self.names):
            for name in names - known:
                users[name].append(number)
        waiting = [self._urgency(number, unknown[number]) for number in range(len(self.want))]
        heapq.heapify(waiting)
        plan: dict[int, None] = {}
        while waiting:
            *_, number = heapq.heappop(waiting)
            if number in plan:
                continue
            plan[number] = None
            for name in self.names[number] - known:
                known.add(name)
                for user in users[name]:
                    unknown[user] -= 1
                    heapq.heappush(waiting, self._urgency(user, unknown[user]))
        return list(plan)

    def _urgency(self, number: int, unknown: int) -> tuple[bool, int, int, int]:
        return bool(unknown), len(self.alike[self.kinds[number]]) if unknown else 0, unknown, number


def _kind(line: Line, binding: Binding) -> Hashable:
    """What lines that match have in common: their outline, and the values in them that are the same in each run."""
    return line.outline, *(token.text for token in scan(line.text) if token in binding.fixed)
