"""The search, which runs in the browser over an index of the page's own language."""

import pytest
from playwright.sync_api import Page

from tests.site.conftest import Built

INDEX = "search/pages.json"
TERMS = {
    "": ["bridge", "overlay network", "VXLAN", "volume"],
    "zh/": ["网络", "桥接网络", "覆盖网络", "数据卷", "守护进程", "VXLAN"],
}


SYMPTOMS = {
    "": {
        "error creating vxlan interface: file exists": "overlay/data-path",
        "ping works TCP hangs checksum": "overlay/data-path",
        "Timeout was reached before node joined": "overlay/ports",
        "large requests hang MTU": "overlay/mtu",
        "stale forwarding entry": "overlay/forwarding",
    },
    "zh/": {
        "error creating vxlan interface: file exists": "zh/overlay/data-path",
        "校验和卸载": "zh/overlay/data-path",
        "heartbeat failure": "zh/overlay/ports",
        "大请求卡住": "zh/overlay/mtu",
        "覆盖网络的转发表": "zh/overlay/forwarding",
    },
}


def _found(page: Page, words: str) -> list[str]:
    """The addresses of the pages that the search lists for these words, best first."""
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    page.keyboard.press("End")
    page.locator(".md-search-result__item").first.wait_for()
    return page.locator(".md-search-result__link").evaluate_all(
        "links => links.map(link => link.href.split(/[?#]/)[0])"
    )


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
    pages = [link.removeprefix(home) for link in _found(page, term)]
    assert all(path.startswith("zh/") == (language == "zh/") for path in pages)
    assert speaking & set(pages)


@pytest.mark.parametrize(
    ("language", "symptom"), [(language, symptom) for language, symptoms in SYMPTOMS.items() for symptom in symptoms]
)
def test_a_symptom_leads_to_its_page(page: Page, home: str, language: str, symptom: str) -> None:
    page.goto(home + language, wait_until="networkidle")
    pages = dict.fromkeys(link.removeprefix(home).strip("/") for link in _found(page, symptom))
    assert SYMPTOMS[language][symptom] in list(pages)[:5]
