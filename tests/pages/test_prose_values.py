"""What prose names is held against the blocks of its page: each value of each page, changed, is a fault."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from overnet.pages.languages import said, unequal
from overnet.pages.published import Page, pages
from overnet.pages.spans import Span, spans
from overnet.pages.values import Blocks, fault_of, faults, known, named, options
from overnet.project import DOCS
from overnet.snippets.walkthrough import load_all

NUMBER = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]*\d[0-9a-f]*(?![0-9A-Za-z])|\d+")


@pytest.fixture(scope="module")
def all_pages() -> list[Page]:
    """The pages as they are typed: what macros add to them is made of the blocks themselves."""
    return pages(DOCS)


@pytest.fixture(scope="module")
def everywhere() -> Blocks:
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


def beside(prose: list[Span], number: int) -> list[Span]:
    """The other spans of the section that a span is in."""
    return [span for span in prose[:number] + prose[number + 1 :] if span.section == prose[number].section]


def texts(prose: list[Span]) -> set[str]:
    return {text for span in prose for text in ([span.text] if span.code else named(span))}


def test_each_value_that_is_changed_is_a_fault(
    all_pages: list[Page], own: dict[str, Blocks], everywhere: Blocks
) -> None:
    """Changed in one language: a fault, but for what is free: a value in place of another, where the section has both
    of them elsewhere (node1, node2). Changed in both, to a value that no block of the page has: for all but
    what is excused; a value that is another value of the page is free, and counted."""
    told = {(page.language, page.name): list(spans(page)) for page in all_pages}
    total, free, survivors, in_both = 0, 0, [], Counter()
    for (language, name), prose in told.items():
        blocks = own.get(name, everywhere)
        other = said(told["zh" if language == "en" else "en", name])
        for what, number, span in mutants(prose):
            total += 1
            if fault_of(span, blocks, everywhere):
                in_both["found"] += 1
                continue
            in_both["excused" if span.excuse else "another value of the page"] += 1
            mutant = said([*prose[:number], span, *prose[number + 1 :]])
            if not unequal(mutant, other) and not unequal(other, mutant):
                if texts([prose[number], span]) <= texts(beside(prose, number)):
                    free += 1
                else:
                    survivors.append(f"docs/{language}/{name}.md: {what}")
    print(f"\n{total} values of prose changed, {free} of them free; where both languages are changed: {dict(in_both)}")
    assert survivors == []
    assert total > 2500
    assert 0 < free < 0.01 * total
    assert in_both["found"] >= 0.9 * (total - in_both["excused"])


def test_no_page_has_such_a_fault(all_pages: list[Page]) -> None:
    assert not list(faults(all_pages, load_all()))


def test_each_excuse_is_needed(all_pages: list[Page], own: dict[str, Blocks], everywhere: Blocks) -> None:
    assert not [
        f"{page.place(span)}: the excuse of `{span.text}` has nothing to excuse"
        for page in all_pages
        for span in spans(page)
        if span.excuse and not fault_of(replace(span, excuse=""), own.get(page.name, everywhere), everywhere)
    ]


def test_each_known_word_is_needed(all_pages: list[Page], own: dict[str, Blocks], everywhere: Blocks) -> None:
    """known.yml has no word that pages no longer name, or that their blocks have."""
    needed = {
        word
        for page in all_pages
        for span in spans(page)
        for word in (*named(span), *options(span))
        if not (own.get(page.name, everywhere) if not word.startswith("--") else everywhere).has(word)
    }
    assert known() <= needed


# what prose may say of a page whose blocks are BLOCKS, and what not
BLOCKS = """
$ docker run -d --name web2 -p 8080:80 --ip 172.28.1.10 --memory 64MiB nginx:1.27
f2ec1a2b3c4d
172.28.1.0/24 via fd00:28::1 dev eth0 lladdr 02:42:ac:11:00:02, port 53/udp, 10.0.12.5
"""
RIGHT = [
    "`web2` and `172.28.1.10`, `172.28.1.0/24`, `8080:80`, `8080`, `53/udp`, `64MiB`, `f2ec1a2b3c4d`, `nginx:1.27`.",
    "The address 172.28.1.10 is in 172.28.1.0/24, fd00:28::1 and 02:42:ac:11:00:02 are not.",
    "`-p 8080:80`, `docker run -d nginx`, `docker rm -f NAME`, `--ip`, `--memory=64MiB`.",
    '`10.0.0.0/8` is well known; `10.9.9.9`{ data-excuse="of another host" } is excused; 31 networks are no value.',
    "在`web2`上，地址是172.28.1.10。",
]
WRONG = {
    "`web3`": "web3",
    "`wab`": "wab",
    "`172.28.1.1`": "172.28.1.1",
    "`172.28.1`": "172.28.1",
    "`0.12.5`": "0.12.5",
    "`172.28.1.0/2`": "172.28.1.0/2",
    "`8081:80`": "8081:80",
    "`53/tcp`": "53/tcp",
    "`64GiB`": "64GiB",
    "`f2ec1a2b3c4e`": "f2ec1a2b3c4e",
    "`nginx:1.28`": "nginx:1.28",
    "The address 172.28.1.11.": "172.28.1.11",
    "地址是172.28.1.11。": "172.28.1.11",
    "in 172.28.1.0/16": "172.28.1.0/16",
    "at fd00:28::2": "fd00:28::2",
    "at 02:42:AC:11:00:03": "02:42:AC:11:00:03",
    "`docker rm -f wab`": "wab",
    "`docker rm 'wab'`": "wab",
    "`sudo docker rm wab`": "wab",
    "`LANG=C sudo docker rm wab`": "wab",
    "`$ docker rm wab`": "wab",
    "`web2$ docker rm wab`": "wab",
    "`docker ps --flagg`": "--flagg",
    "`sudo docker ps --flagg`": "--flagg",
    "`--flagg`": "--flagg",
    "Text `10.9.9.9` {data-excuse}": "10.9.9.9",
}


def told(text: str, folder: Path) -> list[str]:
    (folder / "page.md").write_text(f"# Page {{#page}}\n\n{text}\n", "utf-8")
    blocks = Blocks([])
    blocks.text = BLOCKS
    found = [fault_of(span, blocks, blocks) for span in spans(Page("en", "page", folder / "page.md"))]
    return [fault for fault in found if fault]


@pytest.mark.parametrize("text", RIGHT)
def test_what_prose_may_say(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == []


@pytest.mark.parametrize("text", WRONG)
def test_what_prose_must_not_say(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == [f"no block prints or types '{WRONG[text]}'"]
