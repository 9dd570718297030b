"""Hardly anything wrong can be on a page: all its outputs, each changed in one place in turn, against what was
recorded."""

from collections import Counter
from random import Random

import pytest

from overnet.project import ROOT
from overnet.receipts.status import order
from overnet.snippets.snippet import TRACKS
from overnet.snippets.walkthrough import Walkthrough, load_all
from tests.matching.mutations import ALIKE, NEAR, ONCE, TIME, Mutant, Page

FREE = {ONCE, TIME, NEAR, ALIKE}
SHARE = 0.995
WALKTHROUGHS = [
    (walkthrough, track)
    for walkthrough in load_all()
    for track in TRACKS
    if any(snippet.kind == track for snippet in walkthrough.snippets.values())
]


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return [page(walkthrough, track) for walkthrough, track in WALKTHROUGHS]


def page(walkthrough: Walkthrough, track: str) -> Page:
    source = (ROOT / f"docs/en/{walkthrough.name}.md").read_text("utf-8")
    snippets = order(walkthrough, track, source)
    return Page(walkthrough, [command for snippet in snippets for command in snippet.commands])


def test_each_page_is_green_against_itself(pages: list[Page]) -> None:
    assert len(pages) == len(WALKTHROUGHS) > 50
    assert [page.walkthrough.name for page in pages if not page.is_green()] == []


def test_what_is_wrong_is_noticed(pages: list[Page], record_property, capsys) -> None:
    """Of all mutants but those that are free, at least SHARE are red; each one that is not is of a free kind."""
    random = Random(14)
    made, left = Counter(), Counter()
    wrong: list[tuple[str, Mutant]] = []
    for page in pages:
        for number in range(len(page.commands)):
            for mutant in page.mutants(number, random):
                made[mutant.free] += 1
                if not page.notices(number, mutant):
                    left[mutant.free] += 1
                    if mutant.free not in FREE:
                        wrong.append((page.walkthrough.name, mutant))
    share = 1 - left[""] / made[""]
    said = f"{made['']} mutants, {share:.2%} of them red; free: {sum(left[kind] for kind in FREE)} of {sum(made[kind] for kind in FREE)}"
    record_property("mutants", said)
    with capsys.disabled():
        print(f"\n{said}")
    assert wrong == []
    assert share >= SHARE
    assert made[""] > 20_000
    assert {kind for kind in FREE if left[kind]} == FREE, "what is named as free is there"
