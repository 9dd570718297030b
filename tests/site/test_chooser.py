"""The reader's engine: one choice for the whole site."""

from contextlib import closing

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from overnet.engines import NEWEST_FIRST
from overnet.snippets.walkthrough import Walkthrough, load, load_all
from tests.site.conftest import MOVED, Built
from tests.site.test_pages import violations

PAGE = "network/ipv6"  # with variants of blocks and of a diagram for two engines
LACKING = next(there for there in load_all() if "20.10" not in there.engines).name
SHOWN = "blocks => blocks.filter(block => block.checkVisibility()).map(block => block.dataset.snippet)"


@pytest.fixture
def there() -> Walkthrough:
    return load(PAGE)


def assert_shows(page: Page, there: Walkthrough, engine: str) -> None:
    """The Shell blocks, their receipts, the diagram, a sentence, the head and what can be taken away, are those of
    `engine`."""
    expect(page.locator("html")).to_have_attribute("data-engine", engine)
    expect(page.get_by_role("combobox", name="Engine")).to_have_value(engine)
    shown = page.locator(".session").evaluate_all(SHOWN)
    walked = [snippet for snippet in there.snippets.values() if snippet.kind == "Shell"]
    steps = dict.fromkeys(snippet.step for snippet in walked)
    assert sorted(shown) == sorted(there.on(engine, there.snippets[f"{step}.console"]).path for step in steps)
    assert page.locator(".diagram:visible").count() == 1
    own = {snippet.path for snippet in walked if snippet.engine == engine} & set(shown)
    marked = page.locator("details.variant:visible .receipt strong:visible")
    assert sum(f"Engine {engine}" in text for text in marked.all_inner_texts()) >= len(own) > 0
    assert engine in page.locator("details.head summary .proof:visible").inner_text()
    assert page.locator(".take a[href*='.md']:visible").get_attribute("href") == f"../ipv6@{engine}.md"
    expect(page.locator(f"article .on-{engine.replace('.', '-')}:not(details, a)").first).to_be_visible()


def diagram(page: Page) -> str:
    return page.locator(".diagram:visible").inner_text()


def test_the_choice_swaps_the_page_and_is_kept(page: Page, home: str, there: Walkthrough, axe: str) -> None:
    page.add_init_script(MOVED)
    page.goto(f"{home}{PAGE}/", wait_until="networkidle")
    assert page.evaluate("window.moved") < 0.01
    drawn = {diagram(page)}
    page.get_by_role("combobox", name="Your Engine").select_option("26.1")
    assert_shows(page, there, "26.1")
    drawn.add(diagram(page))
    page.get_by_role("combobox", name="Your Engine").focus()
    page.keyboard.press("ArrowDown")
    assert_shows(page, there, "20.10")
    assert len(drawn | {diagram(page)}) > 1
    button = page.locator("details.variant:visible .terminal button:visible").first
    button.click()
    copied = button.evaluate("button => button.closest('.terminal').dataset.copy")
    assert page.evaluate("navigator.clipboard.readText()") == copied
    page.reload(wait_until="networkidle")
    assert_shows(page, there, "20.10")
    page.evaluate(axe)
    assert violations(page) == []
    page.get_by_role("link", name="简体中文").click()
    assert_shows(page, there, "20.10")
    page.set_viewport_size({"width": 320, "height": 700})
    section = page.locator("article h2").nth(4).get_attribute("id")
    page.goto(f"{home}{PAGE}/#{section}", wait_until="networkidle")
    assert 0 <= page.locator(f"#{section}").evaluate("heading => heading.getBoundingClientRect().top") < 200
    assert_shows(page, there, "20.10")
    assert in_view(page.locator(".md-header .engine select")) and in_view(
        page.locator(".md-header__inner > label[for=__search]")
    )
    page.goto(f"{home}{LACKING}/", wait_until="networkidle")
    expect(page.locator(".lacks:visible")).to_have_text(
        "This page was not run on Engine 20.10. What follows is from Engine 28.5."
    )
    page.get_by_role("combobox", name="Your Engine").select_option("28.5")
    expect(page.locator(".lacks:visible")).to_have_count(0)


def in_view(part: Locator) -> bool:
    return part.evaluate(
        "part => part.getBoundingClientRect().left >= 0 && part.getBoundingClientRect().right <= innerWidth"
    )


def test_an_engine_that_the_site_does_not_know_is_no_choice(page: Page, home: str) -> None:
    page.add_init_script("localStorage.setItem('overnet.engine', '27')")
    page.goto(f"{home}{PAGE}/")
    default = page.locator("head script[data-shown]").get_attribute("data-shown")
    expect(page.locator("html")).to_have_attribute("data-engine", default)


def test_without_scripts_the_default_shows_and_the_others_can_be_opened(browser: Browser, home: str) -> None:
    with closing(browser.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(f"{home}{PAGE}/")
        assert page.locator(".engine").is_hidden()
        assert page.locator("details.head summary .on:visible").count() == 1
        folded = page.locator("details.variant:not([open])")
        assert folded.locator(".session:visible").count() == 0
        for one in folded.all():
            assert "default" not in one.get_attribute("class")
        first = page.locator("details.variant:not(.default):visible:has(.session)").first
        first.locator("> summary").click()
        expect(first.locator(".session")).to_be_visible()


def test_the_stylesheet_knows_every_engine(site: Built) -> None:
    rules = (site.folder / "assets/engine.css").read_text()
    assert all(f'[data-engine="{engine}"] .on:not(.on-{engine.replace(".", "-")})' in rules for engine in NEWEST_FIRST)
