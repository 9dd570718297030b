"""A snippet as the fences that publish it."""

from overnet.snippets.command import Command
from overnet.snippets.escapes import printable
from overnet.snippets.snippet import TOPOLOGY, Snippet
from overnet.snippets.transcript import shown
from overnet.topology.diagram import mermaid
from overnet.topology.facts import parse


def fences_of(snippet: Snippet, language: str, since: Snippet | None = None) -> list[str]:
    """The texts of the fences that publish `snippet`, in order: one for a console transcript and for a topology, which
    may be shown as what changed `since` another; for a Python script one for each cell, and one for each output."""
    if snippet.kind == TOPOLOGY:
        return [mermaid(parse(snippet.text), language, parse(since.text) if since else None)]
    if snippet.kind == "Shell":
        return [shown(snippet.text)]
    return [text for cell in snippet.commands for text in cell_fences(cell)]


def cell_fences(cell: Command) -> list[str]:
    """A cell's source, and its output as readers see it, if it printed any."""
    printed = printable("\n".join(cell.output)).rstrip("\n")
    return [cell.text, printed] if printed else [cell.text]
