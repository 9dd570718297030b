"""Shell and Python: one choice for all blocks, kept from page to page and from language to language."""

from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.addresses import ENGLISH
from tests.site.conftest import Built


@pytest.fixture
def path(site: Built) -> str:
    """A page that has both tracks."""
    found = [path for path in ENGLISH if '=== "Python"' in site.pages[path].text]
    assert found, "no page has a Python tab"
    return found[0]


def chosen(page: Page) -> set[str]:
    """The labels of the tabs that show."""
    inputs = page.locator(".tabbed-set > input:checked")
    return set(inputs.evaluate_all("inputs => inputs.map(i => document.querySelector(`label[for=${i.id}]`).innerText)"))


def test_labels_keep_their_size_when_the_theme_makes_links_of_them(browser: Browser, home: str, path: str) -> None:
    heights = []
    for scripts in (False, True):
        with closing(browser.new_context(java_script_enabled=scripts)) as context:
            page = context.new_page()
            page.goto(home + path)
            labels = page.locator(".tabbed-labels").first
            expect(labels.locator("a")).to_have_count(2 * scripts)
            heights.append(labels.bounding_box()["height"])
    assert heights[0] == heights[1]


def test_the_choice_is_kept(page: Page, home: str, path: str) -> None:
    page.goto(home + path, wait_until="networkidle")
    assert chosen(page) == {"Shell"}
    page.locator(".tabbed-labels label", has_text="Python").first.click()
    expect(page.locator(".highlight.language-python").first).to_be_visible()
    assert chosen(page) == {"Python"}
    for address in (home + path, f"{home}zh/{path}"):
        page.goto(address, wait_until="networkidle")
        assert chosen(page) == {"Python"}
