"""Where a track stands, from what its last run left: proven only if that run proved all of it as it is now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from overnet.receipts import status
from overnet.receipts.store import Block, Failure
from overnet.snippets.walkthrough import Walkthrough
from tests.receipts.page import DAY, OLDER, SOURCE, judged, on_older, page_in, receipt, with_snippet, with_variant


@pytest.fixture
def page(tmp_path: Path) -> Walkthrough:
    return page_in(tmp_path)


def test_the_order_is_that_of_the_page(page: Walkthrough) -> None:
    paths = [snippet.path for snippet in status.order(page, "Python", SOURCE)]
    assert paths == ["page/run.py", "page/map.topology", "page/end.py"]


def test_a_track_is_proven_until_it_is_too_old(page: Walkthrough) -> None:
    assert judged(page, receipt(page, "Shell")).state == "proven"
    assert judged(page, receipt(page, "Shell", DAY - timedelta(30))).state == "proven"
    old = judged(page, receipt(page, "Shell", DAY - timedelta(31)))
    assert (old.state, old.days) == ("old", 31)


def test_without_a_run_nothing_is_proven(page: Walkthrough) -> None:
    assert judged(page, None).state == "unproven"


CHANGES: dict[str, tuple[Callable[[Walkthrough], Walkthrough], str, str]] = {
    "a snippet": (lambda page: with_snippet(page, "end.console", "$ false\n"), SOURCE, "snippets/page/end.console"),
    "the diagram": (lambda page: with_snippet(page, "map.topology", "network\n"), SOURCE, "snippets/page/map.topology"),
    "the lab": (lambda page: replace(page, hosts={"node1": "192.0.2.12"}), SOURCE, "snippets/page/lab.yml"),
    "the order": (lambda page: page, "\n".join(reversed(SOURCE.split("\n"))), "docs/en/page.md"),
    "a step less": (lambda page: page, SOURCE.replace('[[= topology("map") =]]', ""), "docs/en/page.md"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_page_that_changed_after_the_run_is_not_proven(page: Walkthrough, what: str) -> None:
    change, source, file = CHANGES[what]
    found = judged(change(page), receipt(page, "Shell"), source)
    assert (found.state, found.changed) == ("changed", [file])


def test_a_change_of_one_track_leaves_the_other(page: Walkthrough) -> None:
    changed = with_snippet(page, "end.console", "$ false\n")
    assert judged(changed, receipt(page, "Python"), track="Python").state == "proven"


def test_a_failed_run_proves_nothing(page: Walkthrough) -> None:
    failure = Failure("page", "Shell", f"{DAY}T09:00:00+00:00", "28.5", "6.1.0", "snippets/page/run.console:1: no")
    assert judged(page, failure).state == "failed"
    assert judged(page, replace(failure, here=False)).state == "nowhere"


def test_an_engine_without_the_subject_owes_no_proof(page: Walkthrough) -> None:
    lacking = replace(page, engines=("26.1", "28.5"))
    absent = status.standing(lacking, "Shell", [], replace(receipt(page, "Shell"), **OLDER), DAY, "20.10")
    assert (absent.state, absent.record, absent.is_owed) == ("absent", None, False)
    assert [one.is_owed for one in (judged(page, receipt(page, "Shell")), judged(page, None))] == [False, True]


def test_a_variant_is_proven_on_its_engine_alone(page: Walkthrough) -> None:
    page = with_variant(page)
    stale = on_older(page, replace(receipt(page, "Shell"), **OLDER))
    assert (stale.state, stale.changed) == ("changed", ["snippets/page/run@26.1.console"])
    blocks = [Block(one.path, one.digest, 0.1, 0.0, []) for one in status.order(page, "Shell", SOURCE, "26.1")]
    assert on_older(page, replace(receipt(page, "Shell"), **OLDER, blocks=blocks)).state == "proven"
    assert judged(page, receipt(page, "Shell")).state == "proven"


def test_a_page_that_the_reference_lacks_stands_where_an_engine_has_it(page: Walkthrough) -> None:
    only = replace(page, engines=("29",))
    records = {"29": replace(receipt(only, "Shell"), engine="29"), "28.5": None, "26.1": None}
    order = status.order(only, "Shell", SOURCE)
    standings = [status.standing(only, "Shell", order, record, DAY, engine) for engine, record in records.items()]
    assert [(one.engine, one.state) for one in status.on_reference(standings)] == [("29", "proven")]
    here, *others = standings
    assert status.elsewhere(here, [*standings, replace(here, track="Python", engine="26.1")]) == others
