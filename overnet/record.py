"""Recording: what a snippet printed, written into its file, keeping what still matches."""

from pathlib import Path

from overnet.binding import Binding
from overnet.executor import Outcome
from overnet.match import match
from overnet.transcript import DIRECTIVE, PRINTED
from overnet.walkthrough import KINDS, SNIPPETS, TOPOLOGY, Snippet, Walkthrough


def save(snippet: Snippet, outcomes: list[Outcome]) -> None:
    """Rewrite the snippet's file if the outputs of its commands changed, and say so."""
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
    old = snippet.text.rstrip("\n").split("\n")
    shell = snippet.kind != "Python"
    new: list[str] = []
    done = 0
    for command, outcome in zip(snippet.commands, outcomes):
        first, end = command.line - 1, command.line + command.text.count("\n")
        new += [line for line in old[done:first] if _kept(line, shell)] + old[first:end]
        new += outcome.output if shell else [f"#> {line}".rstrip() for line in outcome.output]
        done = end
    return "\n".join(new) + "\n"


def _kept(line: str, shell: bool) -> bool:
    return line.startswith(DIRECTIVE) if shell else not PRINTED.fullmatch(line)
