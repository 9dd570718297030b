"""Whether a command did what its page shows."""

from dataclasses import dataclass

from overnet.engines import REFERENCE, named
from overnet.matching.binding import Binding
from overnet.matching.difference import rendered
from overnet.matching.lines import match, trimmed
from overnet.matching.wordings import heard, modern
from overnet.snippets.command import Command
from overnet.snippets.snippet import Snippet
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal.session import Answer


@dataclass(frozen=True)
class Verdict:
    """What one run of a command did: its answer, the lines it printed, whether it ended as it must, and the binding
    that makes the lines those of the page; None if they differ."""

    answer: Answer
    lines: list[str]
    ended: bool
    binding: Binding | None

    @property
    def holds(self) -> bool:
        return self.ended and self.binding is not None


@dataclass
class Judge:
    """Judges the commands of one track. `binding` is what its samples stand for so far.

    With `recording`, an output that differs is the new one; so is, on another `engine` than the reference, another
    exit status.
    """

    walkthrough: Walkthrough
    binding: Binding
    recording: bool = False
    engine: str = REFERENCE

    @property
    def _elsewhere(self) -> bool:
        return named(self.engine) != self.walkthrough.reference

    @property
    def makes_variants(self) -> bool:
        return self.recording and self._elsewhere

    def verdict(self, command: Command, answer: Answer, binding: Binding) -> Verdict:
        """Judge one run of a command, with what the samples before it stand for."""
        lines = trimmed(answer.output.split("\n"))
        return Verdict(answer, lines, self._ends(command, answer.status), self._match(command, lines, binding))

    def settled(self, command: Command, before: Verdict | None, now: Verdict) -> bool:
        """Whether a recording need not read again: the same came twice, and it is what the page shows but for its
        values, or nothing is written yet."""
        if not self.recording or before is None:
            return False
        anew = Binding(self.binding.hosts, self.binding.typed)
        if (command.output or command.expects.within) and not match(command.output, now.lines, anew, *_rules(command)):
            return False
        return bool(match(before.lines, now.lines, Binding(), *_rules(command)))

    def plain(self, snippet: Snippet, command: Command, verdict: Verdict) -> bool:
        """Whether the snippet that is written for the reference holds for what this engine did; asked for variants."""
        if not self.makes_variants:
            return True
        _, reference = self._reference(snippet, command)
        return self.verdict(reference, verdict.answer, self.binding).holds

    def shown(self, command: Command, lines: list[str]) -> tuple[list[str], Binding, list[str]]:
        """`lines` as the page would show them, the binding after them, and a sentence for each value of wrong
        identity."""
        return rendered(command.output, lines, self.binding, *_rules(command))

    def place(self, snippet: Snippet, command: Command) -> tuple[str, int]:
        """The file and line that a traceback names: the same on each engine."""
        if snippet.kind != "Python":
            return snippet.file, command.line
        plain, reference = self._reference(snippet, command)
        return plain.file, reference.line

    def _ends(self, command: Command, status: int) -> bool:
        """Whether a command may end so. On another engine, a failure is a failure: its number is the client's."""
        return status == command.expects.exits or bool(self._elsewhere and command.expects.exits and status)

    def _match(self, command: Command, lines: list[str], binding: Binding) -> Binding | None:
        """The binding extended by what `lines` have for the command's samples, in whichever words; None if they
        differ."""
        alike = [heard(lines), modern(heard(lines))] if self._elsewhere else [lines]
        return next(filter(None, (match(command.output, each, binding, *_rules(command)) for each in alike)), None)

    def _reference(self, snippet: Snippet, command: Command) -> tuple[Snippet, Command]:
        """The snippet that is written for the reference, and what `command` is there."""
        [plain] = self.walkthrough.step(snippet.step, [snippet.kind])
        return plain, plain.commands[snippet.commands.index(command)]


def _rules(command: Command) -> tuple[bool, int | None]:
    """What the directives of a command ask of its comparison."""
    return command.expects.any_order, command.expects.factor
