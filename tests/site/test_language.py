"""The way from one language to the other."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.site.addresses import every_page, sources
from tests.site.conftest import Built


def test_both_languages_have_the_same_pages() -> None:
    english, chinese = ([page.name for page in sources(language)] for language in ("en", "zh"))
    assert english == chinese


@every_page
def test_the_switch_keeps_the_page(here: Page, home: str, path: str) -> None:
    name, other = ("English", path.removeprefix("zh/")) if path.startswith("zh/") else ("简体中文", f"zh/{path}")
    link = here.get_by_role("link", name=name, exact=True)
    assert link.evaluate("link => link.href") == home + other


def test_the_switch_keeps_the_section(page: Page, home: str) -> None:
    page.goto(f"{home}#proof")
    page.get_by_role("link", name="简体中文").click()
    expect(page).to_have_url(f"{home}zh/#proof")
    expect(page.locator("#proof")).to_be_in_viewport()


@every_page
def test_search_engines_are_told_of_both(here: Page, home: str, path: str) -> None:
    links = here.locator("head link[rel~=alternate]")
    found = links.evaluate_all("links => Object.fromEntries(links.map(link => [link.hreflang, link.href]))")
    assert found == {"en": home + path.removeprefix("zh/"), "zh": f"{home}zh/{path.removeprefix('zh/')}"}


def test_a_link_to_the_other_language_says_so(site: Built) -> None:
    silent = []
    for path in site.pages:
        html = (site.folder / path / "index.html").read_text("utf-8")
        for tag, target in re.findall(r'(<a [^>]*href="([^"#?]+)[^>]*>)', html):
            found = urlsplit(urljoin(f"/{path}", target))
            other = found.path.removeprefix("/").startswith("zh/") != path.startswith("zh/")
            if not found.netloc and found.path.endswith("/") and other and "hreflang=" not in tag:
                silent.append((path, target))
    assert silent == []


@pytest.mark.parametrize("page", ["404.html", "zh/404.html"])
def test_the_switch_of_a_missing_page_leads_to_this_host(site: Built, page: str) -> None:
    [link] = re.findall(r'class="md-header__button language" href="([^"]*)"', (site.folder / page).read_text("utf-8"))
    assert not urlsplit(link).netloc
