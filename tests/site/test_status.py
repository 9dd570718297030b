"""What the built site says of its proof, and what readers can take with them."""

import json
import re
import subprocess
from contextlib import closing
from itertools import groupby

import pytest
from playwright.sync_api import Browser, Page, expect

from overnet.pages import published
from overnet.project import SNIPPETS
from overnet.receipts import status, store
from overnet.receipts.store import Receipt
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import TOPOLOGY, Snippet, Walkthrough, load, load_all
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
    links = here.locator(".take a[href$='.md']")
    assert links.count() == (site.pages[path].name in NAMES)
    for link in links.all():
        answer = here.request.get(link.evaluate("link => link.href"))
        assert answer.text() == site.pages[path].text


def test_the_data_is_that_of_the_status_page(page: Page, home: str, site: Built) -> None:
    data = json.loads((site.folder / "status.json").read_text())
    tracks = {(one["page"], one["track"]): one for one in data["tracks"]}
    for language, column in (("", "proven"), ("zh/", "已验证")):
        page.goto(f"{home}{language}status/")
        rows = page.locator("article tbody tr").filter(has=page.locator(".state"))
        assert rows.count() == len(tracks)
        shown = {}
        for row in rows.all():
            cells = row.locator("td")
            name = re.sub(r".*status/\.\./|/$", "", cells.nth(0).locator("a").get_attribute("href").removeprefix("../"))
            shown[name, cells.nth(1).inner_text()] = cells.nth(3).inner_text().startswith(column)
        assert shown == {key: one["state"] == "proven" for key, one in tracks.items()}
        for name in ("status.json", "badge.svg"):
            assert page.request.get(page.locator(f"a[href$='{name}']").evaluate("link => link.href")).ok


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
    records = [store.read(walkthrough.name, track, snippet.engine) for track in tracks]
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
