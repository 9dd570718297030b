"""Recording: what a snippet printed, written into its file, keeping what still matches."""

from pathlib import Path

from overnet.engines import REFERENCE
from overnet.matching.binding import Binding
from overnet.matching.lines import match
from overnet.project import SNIPPETS
from overnet.snippets import cells, transcript
from overnet.snippets.directives import DIRECTIVE
from overnet.snippets.snippet import KINDS, TOPOLOGY, Snippet, variant_path
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal.executor import Outcome

WRITTEN = {"Shell": transcript.written, "Python": cells.written, TOPOLOGY: list}


def save(snippet: Snippet, outcomes: list[Outcome], engine: str = REFERENCE) -> None:
    """Rewrite the snippet's file if what its commands did changed. On another engine than the page's reference that
    file is the snippet's variant, which is there only if it is needed."""
    file, text = SNIPPETS / variant_path(engine, snippet), rewritten(snippet, outcomes)
    if "@" in file.name and all(outcome.plain for outcome in outcomes):
        file.unlink(missing_ok=True)
    elif text != snippet.text:
        file.write_text(text, "utf-8")


def align(walkthrough: Walkthrough, outcomes: dict[str, list[Outcome]]) -> None:
    """Give the Python snippets the sample values of the page's topologies, which the Shell track recorded: what is
    one container in both tracks' diagram has one id and one address on the page."""
    binding = Binding({address: address for address in walkthrough.addresses})
    for path, [survey, *_] in outcomes.items():
        if path.endswith(KINDS[TOPOLOGY]):
            [recorded] = walkthrough.snippets[Path(path).name].commands
            binding = match(recorded.output, survey.output, binding, any_order=True) or binding
    for snippet in walkthrough.snippets.values():
        if snippet.kind == "Python":
            (SNIPPETS / snippet.path).write_text(cells.changed(snippet.text, binding.output), "utf-8")


def rewritten(snippet: Snippet, outcomes: list[Outcome]) -> str:
    """The snippet's text with the outputs and exit statuses of `outcomes`, one for each of its commands; the same bytes
    if none changed."""
    lines = snippet.text.rstrip("\n").split("\n")
    for command, outcome in reversed(list(zip(snippet.commands, outcomes))):
        if command.output != outcome.output:
            first = command.output_line - 1 if command.output else command.line + command.text.count("\n")
            lines[first : first + len(command.output)] = WRITTEN[snippet.kind](outcome.output)
        if command.expects.exits != outcome.status:
            _set_status(lines, command.line - 1, outcome.status)
    text = "\n".join(lines)
    return snippet.text if text == snippet.text.rstrip("\n") else f"{text}\n"


def _set_status(lines: list[str], first: int, status: int) -> None:
    """Make the directives above a command, which begins at lines[first], say with which status it ends."""
    start = first
    while start and (lines[start - 1].startswith(DIRECTIVE) or not lines[start - 1]):
        start -= 1
    others = [line for line in lines[start:first] if not line.startswith(f"{DIRECTIVE}exits ")]
    lines[start:first] = [*others, *([f"{DIRECTIVE}exits {status}"] if status else [])]
