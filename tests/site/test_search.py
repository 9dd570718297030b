"""The search, which runs in the browser over an index of the page's own language."""

import pytest
from playwright.sync_api import Page

from tests.site.conftest import Built

INDEX = "search/pages.json"
TERMS = {
    "": ["bridge", "overlay network", "VXLAN", "volume"],
    "zh/": ["网络", "桥接网络", "覆盖网络", "数据卷", "守护进程", "VXLAN"],
}


@pytest.mark.parametrize(
    ("language", "term"), [(language, term) for language, terms in TERMS.items() for term in terms]
)
def test_a_term_leads_to_pages_that_speak_of_it(page: Page, home: str, site: Built, language: str, term: str) -> None:
    speaking = {path for path, found in site.pages.items() if term.lower() in found.text.lower()}
    assert any(path.startswith("zh/") == (language == "zh/") for path in speaking), f"no page speaks of {term}"
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(home + language, wait_until="networkidle")
    assert not any(INDEX in url for url in loaded), "the index is loaded when it is searched, not before"
    page.keyboard.press("/")
    page.keyboard.insert_text(term)
    page.keyboard.press("End")
    page.locator(".md-search-result__item").first.wait_for()
    links = page.locator(".md-search-result__link").evaluate_all(
        "links => links.map(link => link.href.split(/[?#]/)[0])"
    )
    pages = [link.removeprefix(home) for link in links]
    assert all(path.startswith("zh/") == (language == "zh/") for path in pages)
    assert speaking & set(pages)
