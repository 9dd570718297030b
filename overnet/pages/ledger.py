"""The ledger: every fence on every published page, and what claims it.

A fence is claimed by the snippet that it publishes, text for text; a Mermaid fence by the Mermaid renderer; any
other fence must carry its reason (`data-excuse="…"`). Nothing else may be published, every snippet must be, and
a page must say the same in every language: the same headings, snippets and diagrams, in the same order.
"""

import re
from dataclasses import dataclass

from overnet.errors import Problem
from overnet.pages.published import LANGUAGES, Fence, Page
from overnet.snippets.fences import fences_of
from overnet.snippets.walkthrough import Walkthrough


@dataclass(frozen=True)
class Entry:
    """One fence of one page and what claims it: "snippet", "diagram", or the reason it is excused."""

    page: Page
    fence: Fence
    claim: str


def ledger(pages: list[Page], walkthroughs: list[Walkthrough]) -> list[Entry]:
    """Account for every fence of `pages`. Raises Problem, one line (`docs/…:line: …`) for each fault found."""
    snippets = {snippet.path: snippet for walkthrough in walkthroughs for snippet in walkthrough.snippets.values()}
    entries: list[Entry] = []
    faults: list[str] = []
    for page in pages:
        expected = {}
        for fence in page.fences:
            where = f"{page.source}:{page.source_line(fence)}"
            if fence.snippet in snippets and fence.snippet.rpartition("/")[0] != page.name:
                faults.append(f"{where}: snippets/{fence.snippet} is another page's")
            elif fence.snippet in snippets:
                since = snippets.get(fence.attributes.get("data-since"))
                left = expected.setdefault(fence.snippet, fences_of(snippets[fence.snippet], page.language, since))
                if not left:
                    faults.append(f"{where}: snippets/{fence.snippet} is published twice")
                elif left.pop(0) != fence.text:
                    faults.append(f"{where}: this fence says it is snippets/{fence.snippet}, but its text is another")
                entries.append(Entry(page, fence, "snippet"))
            elif fence.language == "mermaid":
                entries.append(Entry(page, fence, "diagram"))
                if missing := [word for word in ("accTitle", "accDescr") if f"{word}:" not in fence.text]:
                    faults.append(f"{where}: a diagram is also for those who cannot see it; add '{missing[0]}: …'")
            elif excuse := fence.attributes.get("data-excuse"):
                entries.append(Entry(page, fence, excuse))
            else:
                faults.append(
                    f"{where}: nothing proves this fence; put it into snippets/{page.name}/ and embed it with step()"
                )
        faults += [f"snippets/{path}: {page.source} leaves out a part of it" for path, left in expected.items() if left]
    published = {entry.fence.snippet for entry in entries}
    faults += [f"{snippet.file}: no page publishes it" for path, snippet in snippets.items() if path not in published]
    faults += _differences(pages)
    if faults:
        raise Problem("\n".join(faults))
    return entries


def _differences(pages: list[Page]) -> list[str]:
    """What the other languages' pages have otherwise than the first language's."""
    first = {page.name: page for page in pages if page.language == LANGUAGES[0]}
    faults = []
    for language in LANGUAGES[1:]:
        other = {page.name: page for page in pages if page.language == language}
        faults += [
            f"docs/{language}/{name}.md: is missing; docs/{LANGUAGES[0]}/{name}.md has no page beside it"
            for name in first.keys() - other.keys()
        ]
        faults += [
            f"docs/{LANGUAGES[0]}/{name}.md: is missing; docs/{language}/{name}.md has no page beside it"
            for name in other.keys() - first.keys()
        ]
        for name in first.keys() & other.keys():
            for what, outline in OUTLINES.items():
                difference = _first_difference(outline(first[name]), outline(other[name]))
                if difference:
                    faults.append(f"{other[name].source}: {what} differ from {first[name].source}: {difference}")
    return faults


OUTLINES = {
    "headings": lambda page: [" ".join(heading) for heading in page.headings],
    "snippets": lambda page: [fence.snippet for fence in page.fences if fence.snippet],
    "drawn diagrams": lambda page: [
        line
        for fence in page.fences
        if fence.language == "mermaid" and not fence.snippet
        for line in _shape(fence.text)
    ],
}


def _shape(diagram: str) -> list[str]:
    """A hand-drawn diagram without its words: its lines, with quoted labels and descriptions left out."""
    lines = (re.sub(r'"[^"]*"', '""', line).strip() for line in diagram.split("\n"))
    return [line for line in lines if not line.startswith(("accTitle", "accDescr"))]


def _first_difference(want: list[str], have: list[str]) -> str:
    for number, (left, right) in enumerate(zip(want, have), 1):
        if left != right:
            return f"number {number} is '{right}', not '{left}'"
    if len(want) > len(have):
        return f"'{want[len(have)]}' is missing"
    return f"'{have[len(want)]}' is too much" if len(have) > len(want) else ""
