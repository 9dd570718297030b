"""Checks that the two glossaries and terms.yml call a thing by the same words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from overnet.pages.published import LANGUAGES
from overnet.project import DOCS, ROOT

NAME = "reference/glossary.md"
ENTRY = re.compile(r"^(?P<term>[^\n:#]+?) \{#(?P<id>[a-z0-9-]+)\}\n: +(?:\*(?P<other>[^*\n]+)\*)?", re.M)
BRACKETS = re.compile(r" ?[（(][^）)]*[）)]")


@dataclass(frozen=True)
class Entry:
    """An entry of one glossary: its line, its term, and that of the other language, if it is another; without
    brackets."""

    line: int
    term: str
    other: str


def entries(text: str) -> dict[str, Entry]:
    """The entries of a glossary's Markdown, by id.

    >>> entries("subnet {#subnet}\\n:   *子网.* A range of addresses.\\n")
    {'subnet': Entry(line=1, term='subnet', other='子网')}
    """
    return {
        found["id"]: Entry(text.count("\n", 0, found.start()) + 1, _word(found["term"]), _word(found["other"] or ""))
        for found in ENTRY.finditer(text)
    }


def faults(
    here: dict[str, Entry], there: dict[str, Entry], terms: Iterable[tuple[str, str]]
) -> Iterator[tuple[int, str]]:
    """What is wrong in a glossary, each with its line, compared with that of the other language. Each of `terms`, in
    the two languages, is the end of an entry.

    >>> here, there = {"subnet": Entry(1, "subnet", "子网路")}, {"subnet": Entry(7, "子网", "subnet")}
    >>> list(faults(here, there, [("subnet", "子网"), ("layer", "层")]))
    [(1, "'子网路': the other glossary has '子网'"), (1, "no entry for 'layer', '层' (see terms.yml)")]
    """
    for key, entry in here.items():
        if key not in there:
            yield entry.line, f"'{entry.term}': the other glossary has no entry #{key}"
        elif (entry.other or entry.term) != there[key].term:
            yield entry.line, f"'{entry.other or entry.term}': the other glossary has '{there[key].term}'"
    words = [(entry.term.lower(), there[key].term.lower()) for key, entry in here.items() if key in there]
    for term, other in terms:
        if not any(word.endswith(term.lower()) and same.endswith(other.lower()) for word, same in words):
            yield 1, f"no entry for '{term}', '{other}' (see terms.yml)"


def _word(text: str) -> str:
    return BRACKETS.sub("", text.rstrip(".")).replace("、", ", ").strip()


def lint(terms: Iterable[dict[str, str]]) -> list[str]:
    """A line (`docs/…:line: …`) for each fault of the glossaries, compared with each other and with `terms`."""
    found = {language: entries((DOCS / language / NAME).read_text("utf-8")) for language in LANGUAGES}
    return [
        f"{(DOCS / one / NAME).relative_to(ROOT)}:{line}: {text}"
        for one, other in (LANGUAGES[:2], LANGUAGES[1::-1])
        for line, text in faults(found[one], found[other], [(term[one], term[other]) for term in terms])
    ]
