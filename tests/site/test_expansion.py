"""The Markdown of some pages, published without a site."""

import os
from pathlib import Path

import pytest

from overnet.pages.ledger import ledger
from overnet.pages.published import PUBLISHED
from overnet.site import by_engine
from overnet.site.expansion import expand
from overnet.snippets.walkthrough import load, load_all


def test_the_wanted_pages_are_there_in_both_languages_and_no_others(tmp_path: Path) -> None:
    found = expand(["network/bridge", "index"], tmp_path)
    assert [page.source for page in found] == [
        "docs/en/index.md",
        "docs/en/network/bridge.md",
        "docs/zh/index.md",
        "docs/zh/network/bridge.md",
    ]
    bridge = [page for page in found if page.name == "network/bridge"]
    claims = {entry.claim for entry in ledger(bridge, [load("network/bridge")], load_all())}
    assert {"snippet"} <= claims
    assert PUBLISHED not in os.environ


def test_the_receipts_of_all_pages_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which takes a second, for a choice that is a reader's: one who proves a page waits for its first command."""
    monkeypatch.setattr(by_engine, "of_all", lambda *_: pytest.fail("they are read"))
    assert expand(["network/bridge"], tmp_path)
