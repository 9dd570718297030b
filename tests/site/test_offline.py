"""The site as files: every link leads to a place, and the search finds."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, expect

from overnet.site import offline
from tests.site.conftest import Built

pytestmark = pytest.mark.xdist_group("offline")
MOST = 12_000_000
FOUND = {
    "": {"large requests hang": "overlay/mtu/", "larhe requsts hangs": "overlay/mtu/"},
    "zh/": {"权限被拒绝": "zh/storage/ownership/", "大请求卡住": "zh/overlay/mtu/"},
}


@pytest.fixture(scope="module")
def files(site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked."""
    folder = tmp_path_factory.mktemp("offline")
    assert (site.folder / offline.NAME).stat().st_size < MOST
    with ZipFile(site.folder / offline.NAME) as zipped:
        zipped.extractall(folder)
    return (folder / "overnet").resolve()


def test_every_link_leads_to_a_place(files: Path) -> None:
    """To a file, and where it names a part of a page, to one that is there."""
    pages = {page: re.sub(r"<code.*?</code>", "", page.read_text(), flags=re.S) for page in files.rglob("*.html")}
    places = {page: set(re.findall(r'\sid="([^"]+)"', text)) for page, text in pages.items()}
    lost = set()
    for page, text in pages.items():
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            found = urlsplit(unescape(link))
            file = (page.parent / unquote(found.path)).resolve() if found.path else page
            part = unquote(found.fragment)
            there = file.is_file() and (not part or part in places.get(file, ()))
            if not found.scheme and not there:
                lost.add((str(page.relative_to(files)), link))
    assert lost == set()


@pytest.mark.parametrize("language", FOUND)
def test_it_is_read_without_a_server(browser: Browser, files: Path, language: str) -> None:
    context = browser.new_context()
    context.set_default_timeout(60_000)
    page, troubles = context.new_page(), []
    page.on("console", lambda said: said.type in ("error", "warning") and troubles.append(said.text))
    page.on("request", lambda asked: asked.url.startswith(("file:", "data:", "about:")) or troubles.append(asked.url))
    page.on("requestfailed", lambda asked: asked.failure == "net::ERR_ABORTED" or troubles.append(asked.url))
    page.goto(f"{files.as_uri()}/{language}index.html")
    page.locator(".md-nav--primary a[href*='network/bridge/']").first.click()
    page.locator("article h1").wait_for()
    page.locator(".md-header a.language").click()
    page.locator(f"html[lang={'en' if language else 'zh'}]").wait_for()
    page.go_back()
    page.keyboard.press("/")
    for words, found in FOUND[language].items():
        page.locator(".md-search-result__list").evaluate("list => list.replaceChildren()")
        page.locator(".md-search__input").fill(words)
        page.keyboard.press("End")
        first = page.locator(".md-search-result__link").first
        expect(first).to_have_attribute("href", re.compile(f"/{found}index.html"), timeout=60_000)
    first.click()
    page.wait_for_url(re.compile(re.escape(f"{files.as_uri()}/{found}")))
    page.locator("html[data-engine]").wait_for()
    context.close()
    assert troubles == []
