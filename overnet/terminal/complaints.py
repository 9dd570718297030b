"""What to say of a command that did not do what its page shows: `file:line: …`, the command, and what is otherwise."""

from overnet.matching.binding import Binding
from overnet.matching.difference import diff
from overnet.snippets.command import Command
from overnet.snippets.snippet import TOPOLOGY, Snippet
from overnet.terminal.awaiting import Reading
from overnet.terminal.session import Answer, SessionEnded, Unfinished, Unfit
from overnet.topology.changes import failures
from overnet.topology.facts import parse

LAST_LINES = 20
PASSING = "if the page means a state that passes, say '#: for a moment'"


def wrong_output(snippet: Snippet, command: Command, reading: Reading, shown: list[str], conflicts: list[str]) -> str:
    """The output differs from the page's; `shown` is the last one as the page would show it."""
    what = "the output differs from the page"
    if came := reading.runs - reading.otherwise:
        times = "once" if came == 1 else f"{came} times"
        what = f"the output came {times} in {reading.runs} readings and did not stay; {PASSING}"
    elif reading.runs > 1:
        what += f" (read again for {reading.waited:.0f} s)"
    return _difference(snippet, command, what, shown, conflicts)


def gone(snippet: Snippet, command: Command, answer: Answer, shown: list[str], conflicts: list[str]) -> str:
    """What had to be awaited is gone again by the end of the step."""
    what = f"the output came and did not stay to the end of the step; {PASSING}"
    ended = [f"now its exit status is {answer.status}"] if answer.status != command.expects.exits else []
    return _difference(snippet, command, what, shown, [*ended, *conflicts])


def wrong_status(snippet: Snippet, command: Command, answer: Answer, binding: Binding) -> str:
    expected = f", not {command.expects.exits}" if command.expects.exits else ""
    what = f"exit status {answer.status}{expected} on {command.host}"
    return "\n".join([f"{_place(snippet, command)}: {what}", _indented(command), *_printed(answer.output, binding)])


def no_end(snippet: Snippet, command: Command, error: Exception, seconds: int, binding: Binding) -> str:
    """The command did not come to an end, or not to one after which its session can go on."""
    about = [_indented(command)]
    if isinstance(error, Unfinished):
        what = f"no end after {seconds} s on {command.host}"
        about += _printed(str(error), binding)
    elif isinstance(error, SessionEnded):
        last = f" ({str(error).strip().splitlines()[-1]})" if str(error).strip() else ""
        what = f"the shell on {command.host} ended{last}; a command must not exit the shell or stop the host"
    else:
        what = str(error)
    line = error.line if isinstance(error, Unfit) else 0
    return "\n".join([f"{_place(snippet, command, line)}: {what}", *about])


def _difference(snippet: Snippet, command: Command, what: str, shown: list[str], also: list[str]) -> str:
    first = command.output_line or command.line + 1 + command.text.count("\n")
    text = diff(command.output, shown, snippet.file, first)
    about = _indented(command) if snippet.kind != TOPOLOGY else _changes(command, shown, snippet.file)
    return "\n".join(filter(None, [f"{_place(snippet, command)}: {what}", about, text, *also]))


def _place(snippet: Snippet, command: Command, line: int = 0) -> str:
    return f"{snippet.file}:{command.line + line}"


def _indented(command: Command) -> str:
    return "\n".join(f"  {line}" for line in command.text.split("\n"))


def _printed(output: str, binding: Binding) -> list[str]:
    """The last lines of an output, as the page would show them."""
    if not output.strip():
        return ["it printed nothing"]
    return ["it printed:", *(f"  {binding.output(line)}" for line in output.rstrip("\n").split("\n")[-LAST_LINES:])]


def _changes(survey: Command, shown: list[str], file: str) -> str:
    """What a run's facts, as the page would show them, have otherwise than the page: a sentence for each fact."""
    page, run = (parse("\n".join([survey.text, *facts]), file) for facts in (survey.output, shown))
    return "\n".join([_indented(survey), *(f"  {sentence}" for sentence in failures(page, run))])
