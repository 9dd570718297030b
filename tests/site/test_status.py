"""What the built site says of its proof, and what readers can take with them."""

import json
import subprocess
from contextlib import closing
from itertools import groupby

import pytest
from playwright.sync_api import Browser, Page, expect

from overnet.engines import ENGINES, REFERENCE
from overnet.pages import published
from overnet.project import SNIPPETS
from overnet.receipts import status, store
from overnet.receipts.store import Receipt
from overnet.site.by_engine import default, only
from overnet.snippets.snippet import TOPOLOGY, Snippet
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import Walkthrough, load, load_all
from tests.site.addresses import every_page
from tests.site.conftest import Built

NAMES = {walkthrough.name for walkthrough in load_all()}


def typed(page: published.Page) -> dict[str, list[str]]:
    """The commands on a page's console blocks, by host."""
    only = next(iter(load(page.name).hosts))
    shown = [fence for fence in page.fences if fence.language == "console" and "@" not in fence.snippet]
    commands = [command for fence in shown for command in parse((SNIPPETS / fence.snippet).read_text("utf-8"))]
    by_host = sorted(commands, key=lambda command: command.host)
    return {
        host or only: [command.text for command in run] for host, run in groupby(by_host, lambda command: command.host)
    }


@every_page
def test_a_script_has_the_commands_of_its_host_and_no_more(here: Page, site: Built, path: str) -> None:
    page = site.pages[path]
    expected = typed(page) if page.name in NAMES else {}
    links = here.locator(".take a[href$='.sh']")
    assert {link.get_attribute("href") for link in links.all()} == {f"{host}.sh" for host in expected}
    for host, commands in expected.items():
        file = site.folder / path / f"{host}.sh"
        first, about, *rest = file.read_text().splitlines()
        assert first == "#!/usr/bin/env bash"
        assert about == f"# {page.name}: the commands for {host}"
        assert "\n".join(rest) == "\n".join(commands)
        assert subprocess.run(["bash", "-n", str(file)], capture_output=True, text=True).stderr == ""


@every_page
def test_the_published_markdown_is_offered(here: Page, site: Built, path: str) -> None:
    """That of the chosen engine, where the page has something of its own for one."""
    page, links = site.pages[path], here.locator(".take a[href*='.md']:visible")
    chosen = here.locator("html").get_attribute("data-engine")
    assert links.count() == (page.name in NAMES)
    for link in links.all():
        answer = here.request.get(link.evaluate("link => link.href"))
        own = "@" in link.get_attribute("href")
        assert own or " variant on " not in page.text
        assert answer.text() == (only(chosen, page.text) if own else page.text)


def test_the_data_is_that_of_the_status_page(page: Page, home: str, site: Built) -> None:
    """A sign for each track on each engine that has a run; an engine that has none is one line."""
    data = json.loads((site.folder / "status.json").read_text())
    tracks = [each for one in data["tracks"] for each in (one, *one["others"])]
    has_run = {one["engine"] for one in tracks if one["engine"] == REFERENCE or "when" in one}
    expected = sorted(
        (one["page"], one["engine"], one["track"], one["state"]) for one in tracks if one["engine"] in has_run
    )
    for language in ("", "zh/"):
        page.goto(f"{home}{language}status/")
        shown = page.locator("article tbody tr").evaluate_all(SIGNS)
        states = {"proven": "proven", "absent": "absent"}
        assert sorted(map(tuple, shown)) == [(*which, states.get(state, "unproven")) for *which, state in expected]
        for engine in has_run:
            states = [one["state"] for one in tracks if one["engine"] == engine and one["state"] != "absent"]
            share = f"{states.count('proven')}{'/' if language else ' of '}{len(states)}"
            assert share in page.locator("article").inner_text()
        for engine in set(ENGINES) - has_run:
            assert page.locator("article p strong", has_text=engine).count() == 1
        page.locator("#unproven-only").check()
        left = {row[0] for row in page.locator("article tbody tr:visible").evaluate_all(SIGNS)}
        assert left == {row[0] for row in shown if row[3] == "unproven"}
        for name in ("status.json", "badge.svg"):
            assert page.request.get(page.locator(f"a[href$='{name}']").evaluate("link => link.href")).ok


SIGNS = """rows => rows.flatMap(row => [...row.querySelectorAll(".sign")].map(sign => {
  const [track, engine] = sign.ariaLabel.split(/, |：|: /)
  const name = row.querySelector("a").getAttribute("href").replace("../", "").replace(/\\/$/, "")
  return [name, engine, track, sign.classList[1]]
}))"""


@pytest.mark.parametrize("language", ["", "zh/"])
def test_a_sign_is_read_by_keyboard_and_touch(browser: Browser, home: str, language: str) -> None:
    """The signs of a row are one tab stop. Without scripts, they are read by pointing at them."""
    with closing(browser.new_context(has_touch=True, viewport={"width": 320, "height": 700})) as context:
        page = context.new_page()
        page.goto(f"{home}{language}status/")
        row, hint = page.locator("article tr:has(.sign:nth-child(2))").first, page.locator(".hint")
        first, second, *_ = row.locator(".sign").all()
        second.tap()
        expect(hint).to_have_text(second.get_attribute("aria-label"))
        assert page.evaluate("document.scrollingElement.scrollWidth") == 320
        row.locator("a").focus()
        expect(hint).to_be_hidden()
        page.keyboard.press("Tab")
        expect(hint).to_have_text(first.get_attribute("aria-label"))
        page.keyboard.press("ArrowRight")
        expect(hint).to_have_text(second.get_attribute("aria-label"))
        page.keyboard.press("Tab")
        assert not row.locator(":focus").count()
    with closing(browser.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(f"{home}{language}status/")
        sign = page.locator(".sign").first
        assert sign.get_attribute("title") == sign.get_attribute("aria-label")


@every_page
def test_a_tick_stands_only_where_a_run_proved_this_text(here: Page, site: Built, path: str) -> None:
    page = site.pages[path]
    if page.name not in NAMES:
        return
    walkthrough = load(page.name)
    order = dict.fromkeys(fence.snippet for fence in page.fences if fence.snippet)
    expected = [proven(walkthrough, walkthrough.snippets[name.rpartition("/")[2]]) for name in order]
    marks = here.locator("article .receipt")
    assert ["unproven" not in mark.get_attribute("class") for mark in marks.all()] == expected


def proven(walkthrough: Walkthrough, snippet: Snippet) -> bool:
    tracks = ("Shell", "Python") if snippet.kind == TOPOLOGY else (snippet.kind,)
    engines = (snippet.engine, default())
    records = [store.read(walkthrough.name, track, engine) for track in tracks for engine in engines]
    return any(
        isinstance(record, Receipt) and record.block(snippet) and not status.too_old(record, status.today())
        for record in records
    )


@pytest.mark.parametrize("path", ["network/bridge/", "zh/network/bridge/"])
def test_a_receipt_opens_without_scripts(browser: Browser, home: str, path: str) -> None:
    """Where nothing is proven there is nothing to open."""
    with closing(browser.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(home + path)
        for receipt in page.locator("details.receipt:visible").all()[:1]:
            transcript = receipt.locator("pre")
            expect(transcript).to_be_hidden()
            receipt.locator("summary").click()
            expect(transcript).to_be_visible()
            assert transcript.inner_text().strip()
