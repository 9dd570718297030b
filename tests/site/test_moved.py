"""An address that a page or a section once had leads to where it is now."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from overnet.errors import Problem
from overnet.project import DOCS, ROOT
from overnet.site import moved, policy
from tests.site.conftest import served

PLACE = re.compile(r"(?:---|\+\+\+) [ab]/docs/en/(.+)\.md")
HEADING = re.compile(r"^[-+]?#+ .*\{ ?#([\w-]+)", re.MULTILINE)
SMALL = """<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <title>New</title>
  </head>
  <body><h2 id="new">New</h2></body>
</html>
"""
MOVED = {
    "old": "there/new",
    "old#was": "there/new#new",
    "there/new#gone": "there/new#new",
    "there/new#away": "other#new",
}


def _history() -> dict[str, set[str]]:
    """The pages of the history, as far as it is here, with the ids of their headings."""
    command = ["git", "-c", "safe.directory=*", "log", "--format=", "--no-renames", "-p", "-U0", "--", "docs/en"]
    changes = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8").stdout
    found, page = {}, ""
    for line in changes.split("\n"):
        if place := PLACE.fullmatch(line):
            page = place[1]
        elif heading := HEADING.match(line):
            found.setdefault(page, set()).add(heading[1])
    return found


def test_what_the_history_has_is_there_or_has_moved() -> None:
    table, lost = moved.table(), []
    for page, sections in _history().items():
        file = DOCS / "en" / f"{page}.md"
        if file.exists():
            there = set(HEADING.findall(file.read_text("utf-8")))
            lost += [old for name in sections - there if (old := f"{page}#{name}") not in table]
        elif page not in table:
            lost.append(page)
    assert lost == [], "say in docs/moved.yml where they are now"


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    """A site of two pages in each language."""
    for name in ("there/new", "other", "zh/there/new", "zh/other"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text(SMALL)
    for folder in ("assets", "zh/assets"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "moved.js").write_bytes((ROOT / "overrides/assets/moved.js").read_bytes())
    return tmp_path


@pytest.mark.browser
@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("script", [True, False])
def test_old_addresses_lead_to_new_ones(browser: Browser, two_pages: Path, language: str, script: bool) -> None:
    moved.leave(two_pages, MOVED)
    policy.apply(two_pages)
    ways = {
        "old/": "there/new/",
        "old/#new": "there/new/#new",
        "old/#was": "there/new/#new",
        "old/#toString": "there/new/#toString",
    }
    ways |= {"there/new/#gone": "there/new/#new", "there/new/#away": "other/#new", "there/new/#a": "there/new/#a"}
    window = browser.new_context(java_script_enabled=script)
    with served(two_pages) as home:
        for old, new in ways.items() if script else [("old/", "there/new/")]:
            page = window.new_page()
            page.goto(home + language + old)
            page.wait_for_url(home + language + new)
    window.close()


@pytest.mark.parametrize("old", moved.table())
@pytest.mark.parametrize("language", ["", "zh/"])
def test_each_of_the_table_leads_to_its_page(page: Page, home: str, language: str, old: str) -> None:
    before, after = (re.sub(r"(#|$)", r"/\1", name, count=1) for name in (old, moved.table()[old]))
    page.goto(home + language + before)
    page.wait_for_url(home + language + after)


@pytest.mark.parametrize(
    "table, said",
    [
        ({"old": "nowhere"}, "nowhere is not there: old leads to it"),
        ({"old": "other#gone"}, "other#gone is not there: old leads to it"),
        ({"other": "there/new"}, "other is there, and leads to there/new"),
        ({"other#new": "there/new#new"}, "other#new is there, and leads to there/new#new"),
        ({"old#was": "other#new"}, "old is not there; say where it is now"),
    ],
)
def test_a_line_that_is_not_so_is_named(two_pages: Path, table: dict[str, str], said: str) -> None:
    with pytest.raises(Problem, match=re.escape(f"docs/moved.yml (en): {said}")):
        moved.leave(two_pages, table)
