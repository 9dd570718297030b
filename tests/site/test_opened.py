"""What shows when readers open something: folded parts, the search, the phone's menu. It is for everyone, too."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import both_tracks
from tests.site.test_pages import REACHABLE, schemes, violations

PHONE = {"width": 390, "height": 844}
places = pytest.mark.parametrize(
    "path", ["", "zh/", "network/bridge/", "overlay/overnet/", "zh/network/ipv6/", "status/", "zh/status/"]
)
ALL_OPEN = "() => document.querySelectorAll('details').forEach(part => { part.open = true })"


@pytest.fixture
def opened(page: Page, home: str, axe: str, path: str, wanted: str, scheme: str) -> Page:
    """The page at `path`, with axe-core."""
    page.add_init_script(axe)
    page.emulate_media(color_scheme=wanted)
    page.goto(home + path)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    return page


@schemes
@places
def test_all_that_is_folded(opened: Page) -> None:
    opened.evaluate(ALL_OPEN)
    with both_tracks(opened):
        opened.wait_for_function(REACHABLE)
        assert violations(opened) == []


@schemes
@places
def test_the_menu_of_a_phone(opened: Page) -> None:
    opened.set_viewport_size(PHONE)
    opened.locator(".md-header__inner > label[for=__drawer]").click()
    expect(opened.locator("#__drawer")).to_be_checked()
    assert violations(opened) == []


@schemes
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", ["network/bridge/", "zh/network/bridge/"])
def test_the_search_with_its_results(opened: Page, phone: bool) -> None:
    if phone:
        opened.set_viewport_size(PHONE)
        opened.locator(".md-header__inner > label[for=__search]").click()
    else:
        opened.keyboard.press("/")
    opened.locator(".md-search__input").fill("docker")
    opened.keyboard.press("End")
    opened.locator(".md-search-result__item").first.wait_for()
    assert violations(opened) == []
