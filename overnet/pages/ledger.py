"""The ledger: every fence on every published page, and what claims it.

A fence is claimed by the snippet that it publishes, text for text; a Mermaid fence by the Mermaid renderer; any
other fence must carry its reason (`data-excuse="…"`). Nothing else may be published, every snippet must be, and
a page must say the same in every language (see languages), and its prose must name nothing else (see values).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from overnet.errors import Problem
from overnet.pages import values
from overnet.pages.languages import differences
from overnet.pages.published import Fence, Page
from overnet.pages.spans import spans
from overnet.snippets.fences import fences_of
from overnet.snippets.snippet import Snippet
from overnet.snippets.walkthrough import Walkthrough

CODE = re.compile(r"<(?:code|kbd|samp|tt|var)\b", re.IGNORECASE)
STYLE = re.compile(r"<(?:style|script|link)\b|\sstyle\s*=", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One fence of one page and what claims it: "snippet", "diagram", or the reason it is excused."""

    page: Page
    fence: Fence
    claim: str


def ledger(pages: list[Page], walkthroughs: list[Walkthrough], site: list[Walkthrough] | None = None) -> list[Entry]:
    """Account for every fence of `pages`, for every snippet of `walkthroughs`, and for what the prose names: the whole
    `site` has more walkthroughs, where not all of its pages are given. Raises Problem, one line (`docs/…:line: …`) for
    each fault found."""
    snippets = {snippet.path: snippet for walkthrough in walkthroughs for snippet in walkthrough.snippets.values()}
    entries: list[Entry] = []
    faults: list[str] = []
    for page in pages:
        entries += _claims(page, snippets, faults)
        faults += _headings(page)
        faults += _html(page)
    published = {entry.fence.snippet for entry in entries}
    faults += [f"{snippet.file}: no page publishes it" for path, snippet in snippets.items() if path not in published]
    faults += differences(pages)
    faults += values.faults(pages, site or walkthroughs)
    if faults:
        raise Problem("\n".join(faults))
    return entries


def _claims(page: Page, snippets: dict[str, Snippet], faults: list[str]) -> Iterator[Entry]:
    """The entries of a page; what is wrong with its fences is added to `faults`."""
    expected: dict[str, list[str]] = {}
    for fence in page.fences:
        if not fence.closed:
            faults.append(f"{page.place(fence)}: this fence is never closed")
        if fence.snippet in snippets and fence.snippet.rpartition("/")[0] != page.name:
            faults.append(f"{page.place(fence)}: snippets/{fence.snippet} is another page's")
        elif fence.snippet in snippets:
            since = snippets.get(fence.attributes.get("data-since"))
            left = expected.setdefault(fence.snippet, fences_of(snippets[fence.snippet], page.language, since))
            if not left:
                faults.append(f"{page.place(fence)}: snippets/{fence.snippet} is published twice")
            elif left.pop(0) != fence.text:
                faults.append(
                    f"{page.place(fence)}: this fence says it is snippets/{fence.snippet}, but its text is another"
                )
            yield Entry(page, fence, "snippet")
        elif fence.language == "mermaid":
            if missing := [word for word in ("accTitle", "accDescr") if f"{word}:" not in fence.text]:
                faults.append(
                    f"{page.place(fence)}: a diagram is also for those who cannot see it; add '{missing[0]}: …'"
                )
            yield Entry(page, fence, "diagram")
        elif excuse := fence.attributes.get("data-excuse"):
            yield Entry(page, fence, excuse)
        else:
            faults.append(
                f"{page.place(fence)}: nothing proves this fence; put it into snippets/{page.name}/ and embed it with step()"
            )
    faults += [f"snippets/{path}: {page.source} leaves out a part of it" for path, left in expected.items() if left]


def _headings(page: Page) -> Iterator[str]:
    """Two headings of a page with the same id: a link can lead to one of them only."""
    ids: set[str] = set()
    for heading in page.headings:
        if heading.id and heading.id in ids:
            yield f"{page.place(heading)}: a heading before it has the id '{heading.id}', too"
        ids.add(heading.id)


def _html(page: Page) -> Iterator[str]:
    """Inline code that is typed as HTML, of which the check of prose would not know; of a <pre>, the built page
    tells. And whatever could hide a block in a way that the built page does not tell."""
    for span in spans(page):
        if span.html and STYLE.search(span.text):
            yield f"{page.place(span)}: a page has no style and no script of its own, which could hide a block"
        if span.html and "<pre" not in span.text and (tag := CODE.search(span.text)):
            yield f"{page.place(span)}: code in HTML ({tag[0]}>); type it in backticks"
