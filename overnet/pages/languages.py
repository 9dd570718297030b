"""What the pages of one language say otherwise than those of the first: headings, snippets, diagrams, excused fences,
and the inline code and the addresses of each section must be the same."""

import re
from collections.abc import Iterable, Iterator

from overnet.pages import values
from overnet.pages.published import LANGUAGES, OF_RUNS, Page
from overnet.pages.spans import Span, spans

SENTENCE = re.compile(r"<span class='on (?![^']*\bproof\b)")  # a sentence of some engines, as it is published
ENGINE = re.compile(r"\bon-(\d+(?:-\d+)?)")
HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")

Said = dict[tuple[str, str], Span]  # by the id of the section, and the text


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
            faults += _prose_differences(first[name], other[name])
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
    "sentences of engines": lambda page: [
        f"{' '.join(engines).replace('-', '.')} in {span.section}"
        for span in spans(page)
        if span.html and SENTENCE.match(span.text) and (engines := ENGINE.findall(span.text))
    ],
    "excused fences": lambda page: [
        line
        for fence in page.fences
        if fence.attributes.get("data-excuse", OF_RUNS[0]) not in OF_RUNS
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


def _prose_differences(first: Page, other: Page) -> Iterator[str]:
    wanted, had = said(spans(first)), said(spans(other))
    for page, beside, found in ((other, first, unequal(had, wanted)), (first, other, unequal(wanted, had))):
        for (section, text), span in found.items():
            yield f"{page.place(span)}: {beside.source} has no `{text}` in the section '{section}'"


def said(prose: Iterable[Span]) -> Said:
    """What prose says in code, and the addresses it names, for each section, but for what it tells of runs."""
    told = [span for span in prose if span.excuse not in OF_RUNS]
    return {(span.section, text): span for span in told for text in ([span.text] if span.code else values.named(span))}


def unequal(here: Said, there: Said) -> Said:
    """What is said `here` in a section, and not `there`; code with Chinese words equals that which has any words in
    their place (`docker exec 容器名 id`: `docker exec NAME id`)."""
    sections: dict[str, list[str]] = {}
    for section, text in there:
        sections.setdefault(section, []).append(text)
    return {
        (section, text): span
        for (section, text), span in here.items()
        if (section, text) not in there
        and not any(_equal(text, other) or _equal(other, text) for other in sections.get(section, []))
    }


def _equal(text: str, other: str) -> bool:
    parts = [re.escape(part.strip()) for part in HAN.split(text)]
    return len(parts) > 1 and bool(re.fullmatch(".+".join(parts), other))
