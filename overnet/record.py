"""Recording: what a snippet printed, written into its file, keeping what still matches."""

from pathlib import Path

from overnet.binding import Binding
from overnet.executor import Outcome
from overnet.match import match
from overnet.walkthrough import KINDS, SNIPPETS, TOPOLOGY, Snippet, Walkthrough


def save(snippet: Snippet, outcomes: list[Outcome]) -> None:
    """Rewrite the snippet's file if the outputs of its commands changed."""
    text = rewritten(snippet, outcomes)
    if text != snippet.text:
        (SNIPPETS / snippet.path).write_text(text)


def align(walkthrough: Walkthrough, outcomes: dict[str, list[Outcome]]) -> None:
    """Give the Python snippets the sample values of the page's topologies, which the Shell track recorded: what is
    one container in both tracks' diagram has one id and one address on the page."""
    binding = Binding({address: address for address in walkthrough.hosts.values()})
    for path, [survey, *_] in outcomes.items():
        if path.endswith(KINDS[TOPOLOGY]):
            [recorded] = walkthrough.snippets[Path(path).name].commands
            binding = match(recorded.output, survey.output, binding, any_order=True) or binding
    for snippet in walkthrough.snippets.values():
        if snippet.kind == "Python":
            (SNIPPETS / snippet.path).write_text(binding.output(snippet.text))


def rewritten(snippet: Snippet, outcomes: list[Outcome]) -> str:
    """The snippet's text with the outputs of `outcomes`, one for each of its commands; the same bytes if none changed."""
    if all(command.output == outcome.output for command, outcome in zip(snippet.commands, outcomes)):
        return snippet.text
    lines = snippet.text.rstrip("\n").split("\n")
    for command, outcome in reversed(list(zip(snippet.commands, outcomes))):
        first = command.output_line - 1 if command.output else command.line + command.text.count("\n")
        printed = [f"#> {line}".rstrip() for line in outcome.output] if snippet.kind == "Python" else outcome.output
        lines[first : first + len(command.output)] = printed
    return "\n".join(lines) + "\n"
