"""What the pages of one language say otherwise than those of the first: headings, snippets, diagrams, excused fences, and
the inline code of each section must be the same."""

import re
from collections.abc import Iterator

from overnet.pages.published import LANGUAGES, Page
from overnet.pages.spans import Span, spans

HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")


def differences(pages: list[Page]) -> list[str]:
    """A line (`docs/…: …`) for each difference between the languages' pages."""
    first = {page.name: page for page in pages if page.language == LANGUAGES[0]}
    faults = []
    for language in LANGUAGES[1:]:
        other = {page.name: page for page in pages if page.language == language}
        faults += _missing(first, other, language, LANGUAGES[0])
        faults += _missing(other, first, LANGUAGES[0], language)
        for name in sorted(first.keys() & other.keys()):
            for what, outline in OUTLINES.items():
                difference = _first_difference(outline(first[name]), outline(other[name]))
                if difference:
                    faults.append(f"{other[name].source}: {what} differ from {first[name].source}: {difference}")
            faults += _code_differences(first[name], other[name])
    return faults


def _missing(there: dict[str, Page], here: dict[str, Page], language: str, beside: str) -> list[str]:
    names = sorted(there.keys() - here.keys())
    return [f"docs/{language}/{name}.md: is missing; docs/{beside}/{name}.md has no page beside it" for name in names]


OUTLINES = {
    "headings": lambda page: [f"{heading.tag} {heading.id}" for heading in page.headings],
    "snippets": lambda page: [fence.snippet for fence in page.fences if fence.snippet],
    "drawn diagrams": lambda page: [
        line
        for fence in page.fences
        if fence.language == "mermaid" and not fence.snippet
        for line in _shape(fence.text)
    ],
    "excused fences": lambda page: [
        line
        for fence in page.fences
        if "data-excuse" in fence.attributes
        for line in (f".{fence.language}", *fence.text.split("\n"))
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


def _code_differences(first: Page, other: Page) -> Iterator[str]:
    """Inline code that a section has in one language only; a Chinese one equals an English one which has any words in the
    place of its Chinese words (`docker exec 容器名 id`: `docker exec NAME id`)."""
    wanted, had = _code(first), _code(other)
    for (section, text), span in had.items():
        if not any(_equal(text, want) for place, want in wanted if place == section):
            yield f"{other.place(span)}: {first.source} has no `{text}` in the section '{section}'"
    for (section, text), span in wanted.items():
        if not any(_equal(have, text) for place, have in had if place == section):
            yield f"{first.place(span)}: {other.source} has no `{text}` in the section '{section}'"


def _code(page: Page) -> dict[tuple[str, str], Span]:
    return {(span.section, span.text): span for span in spans(page) if span.code}


def _equal(text: str, first: str) -> bool:
    parts = [re.escape(part.strip()) for part in HAN.split(text)]
    return text == first or (len(parts) > 1 and bool(re.fullmatch(".+".join(parts), first)))
