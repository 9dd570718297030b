"""The text of an issue that tells what no longer holds."""

import re
from dataclasses import replace

from overnet.receipts import stale as module
from overnet.receipts.stale import MOST, stale
from overnet.receipts.store import Failure
from tests.receipts.test_store import FAILED

DIFF = "snippets/page/run.console:1: the output differs from the page\n  docker ps\n@@ line 2 @@\n-a\n+b"


def failure(walkthrough: str, text: str = DIFF) -> Failure:
    return replace(FAILED, walkthrough=walkthrough, engine="docker:dind", text=text)


def test_each_track_has_a_heading_and_its_diff_in_a_fence() -> None:
    assert stale([failure("a"), failure("b", "gone\x1b[1m")]) == (
        f"### a (Shell, docker:dind)\n\n```diff\n{DIFF}\n```\n\n"
        "### b (Shell, docker:dind)\n\n```diff\ngone␛[1m\n```\n\n"
    )


def test_nothing_is_told_of_nothing() -> None:
    assert stale([]) == ""


def test_what_was_printed_cannot_end_its_fence() -> None:
    text = stale([failure("a", "it printed:\n````\n@somebody\n``")])
    assert text == "### a (Shell, docker:dind)\n\n`````diff\nit printed:\n````\n@somebody\n``\n`````\n\n"


def test_what_an_issue_cannot_take_is_left_out_whole_and_counted() -> None:
    long = failure("long", "x" * MOST)
    text = stale([failure("a", "a" * 30_000), failure("b", "b" * 30_000), long, failure("c")])
    assert re.findall("^### (.) ", text, re.MULTILINE) == ["a", "c"]
    assert text.count("```") == 4
    assert text.endswith("\n```\n\nLeft out, as an issue takes no more: 2 tracks.\n")
    assert len(text) < MOST + 100 < 65_536 - 1000
    assert stale([long]) == "Left out, as an issue takes no more: 1 track.\n"


def test_as_much_as_fits_is_told(monkeypatch) -> None:
    whole = stale([failure("a")])
    monkeypatch.setattr(module, "MOST", len(whole))
    assert stale([failure("a")]) == whole
    assert stale([failure("ab")]) == "Left out, as an issue takes no more: 1 track.\n"
