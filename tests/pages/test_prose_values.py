"""What prose names is held against the blocks of its page: each value of each page, changed, is a fault."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from overnet.pages.languages import said, unequal
from overnet.pages.published import Page, pages
from overnet.pages.spans import Span, spans
from overnet.pages.values import Blocks, fault_of, faults, named
from overnet.project import DOCS
from overnet.snippets.walkthrough import load_all

NUMBER = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]*\d[0-9a-f]*(?![0-9A-Za-z])|\d+")


@pytest.fixture(scope="module")
def all_pages() -> list[Page]:
    """The pages as they are typed: what macros add to them is made of the blocks themselves."""
    return pages(DOCS)


@pytest.fixture(scope="module")
def site() -> Blocks:
    return Blocks(load_all())


@pytest.fixture(scope="module")
def own() -> dict[str, Blocks]:
    return {there.name: Blocks([there]) for there in load_all()}


def changed(value: str) -> Iterator[str]:
    """The value with one of its numbers, or the last letter of a name, changed to the next one."""
    numbers = list(NUMBER.finditer(value))
    for found in numbers:
        last = found[0][-1]
        after = found[0][:-1] + ("0" if last == "f" else "a" if last == "9" else chr(ord(last) + 1))
        yield value[: found.start()] + (str(int(found[0]) + 1) if found[0].isdigit() else after) + value[found.end() :]
    if not numbers:
        yield value[:-1] + ("a" if value[-1] == "z" else chr(ord(value[-1]) + 1))


def mutants(prose: list[Span]) -> Iterator[tuple[str, int, Span]]:
    """The prose with one value of one span changed: what is changed, which span, and the span then."""
    for number, span in enumerate(prose):
        for value in named(span):
            for other in changed(value):
                yield f"{value} -> {other}", number, replace(span, text=span.text.replace(value, other, 1))


def test_each_value_that_is_changed_is_a_fault(all_pages: list[Page], own: dict[str, Blocks], site: Blocks) -> None:
    """Changed in one language: a fault for 99.5 % and more. Changed in both, to a value that no block of the page has: for
    all but what is excused; a value that is another value of the page is free, and counted."""
    told = {(page.language, page.name): list(spans(page)) for page in all_pages}
    total, survivors, in_both = 0, [], Counter()
    for (language, name), prose in told.items():
        blocks = own.get(name, site)
        other = said(told["zh" if language == "en" else "en", name])
        for what, number, span in mutants(prose):
            total += 1
            if fault_of(span, blocks, site):
                in_both["found"] += 1
                continue
            in_both["excused" if span.excuse else "another value of the page"] += 1
            mutant = said([*prose[:number], span, *prose[number + 1 :]])
            if not unequal(mutant, other) and not unequal(other, mutant):
                survivors.append(f"docs/{language}/{name}.md: {what}")
    share = 1 - len(survivors) / total
    print(f"\n{total} values of prose changed, {share:.2%} found; where both languages are changed: {dict(in_both)}")
    print(*survivors, sep="\n")
    assert total > 2500
    assert share >= 0.995
    assert in_both["found"] >= 0.85 * total


def test_no_page_has_such_a_fault(all_pages: list[Page], own: dict[str, Blocks], site: Blocks) -> None:
    assert not list(faults(all_pages, load_all()))
