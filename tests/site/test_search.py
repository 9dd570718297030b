"""The search, which runs in the browser over an index of the page's own language."""

import json
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

from overnet.pages.published import LANGUAGES
from overnet.site.publish import FOLDERS
from tests.site.conftest import BASE, Built

INDEX = "search/pages.json"
QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
FIRST = 3
WHOLE = {"bridge": "network/bridge/", "overlay": "overlay/"}  # headings have docker-bridges, a title OverlayFS


def _start(home: str, language: str) -> str:
    return f"{home}{FOLDERS[language]}/".replace("//", "/").replace(":/", "://")


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
    start = _start(home, language)
    page.goto(start, wait_until="networkidle")
    assert not any(INDEX in url for url in loaded), "the index is loaded when the field is near, not before"
    page.keyboard.press("/")
    missed = {}
    for words, place in QUERIES[language].items():
        found = [[link.removeprefix(start) for link in links] for links in _results(page, words)]
        name, _, section = place.partition("#")
        shown = next((links for links in found[:FIRST] if links[0] == f"{name}/"), [])
        if not shown or (section and shown[1:2] != [f"{name}/#{section}"]):
            missed[words] = [links[:2] for links in found[:5]]
    assert missed == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_word_of_a_title_or_an_address_comes_before_parts(page: Page, home: str, language: str) -> None:
    start = _start(home, language)
    page.goto(start)
    page.keyboard.press("/")
    first = {word: _results(page, word)[0][0].removeprefix(start) for word in WHOLE}
    assert {word: place for word, place in first.items() if not place.startswith(WHOLE[word])} == {}


@pytest.mark.parametrize("near", ["hover", "focus"])
def test_the_index_is_loaded_as_soon_as_the_field_is_near(page: Page, home: str, near: str) -> None:
    page.goto(f"{home}storage/backup/", wait_until="networkidle")
    field = page.locator(".md-search__input")
    with page.expect_request(f"**/{INDEX}"):
        getattr(field, near)()
    expect(field).to_have_value("")


def test_only_what_is_still_in_the_field_is_answered_when_the_index_is_there(page: Page, home: str) -> None:
    page.goto(f"{home}storage/backup/", wait_until="networkidle")
    waiting: list[Route] = []
    page.route(f"**/{INDEX}", lambda route: waiting.append(route))
    with page.expect_request(f"**/{INDEX}"):
        page.locator(".md-search__input").focus()
    page.locator(".md-search-result__list").evaluate("""list => {
      window.answers = []
      new MutationObserver(() => answers.push(list.querySelector("a")?.pathname)).observe(list, { childList: true })
    }""")
    for words in ("mtu", "", "ipvlan"):
        page.locator(".md-search__input").fill(words)
    waiting.pop().continue_()
    page.locator(".md-search-result__item").first.wait_for()
    assert {place for place in page.evaluate("answers") if place} == {f"{BASE}network/ipvlan/"}


def test_what_is_put_in_without_a_key_is_searched_for(page: Page, home: str) -> None:
    """Text is pasted with the mouse, dropped or dictated: the theme waits for a key, or for the focus."""
    page.goto(f"{home}storage/backup/")
    page.locator(".md-search__input").focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.insert_text("published port")
    page.locator(".md-search-result__item").first.wait_for()


@pytest.mark.parametrize(("language", "state"), [("en", "Initializing search"), ("zh", "正在初始化搜索引擎")])
def test_until_the_index_is_there_the_search_says_so(page: Page, home: str, language: str, state: str) -> None:
    """To screen readers, too: when the field gets the focus, and when that changes."""
    waiting: list[Route] = []
    page.route(f"**/{INDEX}", lambda route: waiting.append(route))
    page.goto(_start(home, language))
    field = page.locator(".md-search__input")
    with page.expect_request(f"**/{INDEX}"):
        field.focus()
    field.fill("mtu")
    expect(page.get_by_role("status").and_(page.locator("#search-state"))).to_have_text(state)
    expect(field).to_have_accessible_description(state)
    waiting.pop().continue_()
    page.locator(".md-search-result__item").first.wait_for()
    expect(page.locator("#search-state")).not_to_have_text(state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_and_cells_are_apart_in_what_is_found(site: Built, language: str) -> None:
    index = json.loads((site.folder / FOLDERS[language] / INDEX).read_text("utf-8"))
    texts = {section["location"]: section["text"].replace("\u200b", "") for section in index["docs"]}
    assert "could not be found</code> · " in texts["compose/networks/#what-can-go-wrong"]
    assert "<code>ingress</code> · " in texts["overlay/limits/#pools"]
