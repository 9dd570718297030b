"""Recording: what a snippet printed, written into its file, keeping what still matches."""

from overnet.executor import Outcome
from overnet.transcript import DIRECTIVE, PRINTED
from overnet.walkthrough import SNIPPETS, Snippet


def save(snippet: Snippet, outcomes: list[Outcome]) -> None:
    """Rewrite the snippet's file if the outputs of its commands changed, and say so."""
    text = rewritten(snippet, outcomes)
    if text != snippet.text:
        (SNIPPETS / snippet.path).write_text(text)


def rewritten(snippet: Snippet, outcomes: list[Outcome]) -> str:
    """The snippet's text with the outputs of `outcomes`, one for each of its commands; the same bytes if none changed."""
    if all(command.output == outcome.output for command, outcome in zip(snippet.commands, outcomes)):
        return snippet.text
    old = snippet.text.rstrip("\n").split("\n")
    shell = snippet.track == "Shell"
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
