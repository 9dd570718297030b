"""A command and what it printed: what a snippet's text is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from overnet.errors import Problem
from overnet.matching.one_line import Elision
from overnet.snippets.directives import Expectation

HOST = "[a-z][a-z0-9-]*"  # what a host is called


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
    expects: Expectation = field(default_factory=Expectation)

    def printed(self, line: str, number: int) -> "Command":
        """The command with one more line of output, which is line `number` of the file."""
        return replace(self, output=[*self.output, line], output_line=self.output_line or number)


def holds(parse: Callable[[str], list[Command]], lines: list[str], line: str) -> bool:
    """Whether a snippet of these lines is one command whose output has, as its last but one, `line` as a program
    printed it."""
    try:
        [command] = parse("\n".join(lines))
    except (Problem, ValueError):
        return False
    return command.output[-2:-1] == [line] and not isinstance(command.output[-2], Elision)


def checked(commands: list[Command], left_over: Expectation | None, where: str) -> list[Command]:
    """The commands of a snippet. Raises Problem (`where:line: …`) for one without a text or whose output lacks what
    readers are to look at, for directives that are `left_over`, and for a snippet without a command."""
    for command in commands:
        if not command.text.strip():
            raise Problem(f"{where}:{command.line}: nothing to run here")
        if command.output and not any(command.expects.look in line for line in command.output):
            raise Problem(f"{where}:{command.line}: no line of its output has '{command.expects.look}' to look at")
    if left_over:
        raise Problem(f"{where}: the last directive has no command after it")
    if not commands:
        raise Problem(f"{where}: no command in it")
    return commands
