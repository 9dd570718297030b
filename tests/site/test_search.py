"""The search, which runs in the browser over an index of the page's own language."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from overnet.pages.published import LANGUAGES
from overnet.site.publish import FOLDERS

INDEX = "search/pages.json"
QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
FIRST = 3


def _results(page: Page, words: str) -> list[list[str]]:
    """For each result, best first, the addresses that it links to: its page's, then those of its sections."""
    page.locator(".md-search-result__list").evaluate("list => list.replaceChildren()")
    field = page.locator(".md-search__input")
    field.fill(words)
    field.press("End")
    page.locator(".md-search-result__item").first.wait_for()
    return page.locator(".md-search-result__item").evaluate_all(
        """items => items.map(item => [...item.querySelectorAll(".md-search-result__link")].map(link => {
          const { origin, pathname, hash } = new URL(link.href)
          return origin + pathname + hash
        }))"""
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_finds_the_page(page: Page, home: str, language: str) -> None:
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    start = f"{home}{FOLDERS[language]}/".replace("//", "/").replace(":/", "://")
    page.goto(start, wait_until="networkidle")
    assert not any(INDEX in url for url in loaded), "the index is loaded when it is searched, not before"
    page.keyboard.press("/")
    missed = {}
    for words, place in QUERIES[language].items():
        found = [[link.removeprefix(start) for link in links] for links in _results(page, words)]
        name, _, section = place.partition("#")
        shown = next((links for links in found[:FIRST] if links[0] == f"{name}/"), [])
        if not shown or (section and shown[1:2] != [f"{name}/#{section}"]):
            missed[words] = [links[:2] for links in found[:5]]
    assert missed == {}


def test_what_is_put_in_without_a_key_is_searched_for(page: Page, home: str) -> None:
    """Text is pasted with the mouse, dropped or dictated: the theme waits for a key, or for the focus."""
    page.goto(f"{home}storage/backup/")
    page.locator(".md-search__input").focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.insert_text("published port")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
