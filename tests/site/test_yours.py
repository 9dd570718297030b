"""The reader's own values, filled in once at the head of a page: in its blocks, its text, and what is copied."""

import re
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import both_tracks
from tests.site.test_pages import schemes, violations

OVERNET, MACVLAN, PUBLISH = "overlay/overnet/", "network/macvlan/", "network/publish/"
IMAGES = "overlay/images/"  # with variants of commands that name a host
WORDS = {"": ("Your values", "Address of node1", "Reset"), "zh/": ("你的值", "node1 的地址", "全部还原")}
TEXTS = "blocks => blocks.map(block => block.textContent)"
KEPT = "[localStorage, sessionStorage].map(kept => kept.getItem('overnet.values') ?? '')"


@pytest.fixture
def open_page(page: Page, home: str):
    def opened(path: str) -> Page:
        page.goto(home + path)
        filled(page)
        form = page.locator(".yours")
        if form.get_attribute("open") is None:
            form.locator("summary").click()
        return page

    return opened


def filled(page: Page) -> None:
    """Wait until the script has put into the page what was kept, and judged it."""
    expect(page.locator(".yours input").first).to_have_attribute(
        "aria-invalid", re.compile("true|false"), timeout=60_000
    )


def texts(page: Page) -> list[str]:
    """The text of every block, seen or not."""
    return page.locator("article [data-snippet] pre").evaluate_all(TEXTS)


def fill(page: Page, label: str, value: str, number: int = 0) -> None:
    page.get_by_label(label).nth(number).fill(value)
    page.keyboard.press("Enter")


def with_other(found: list[str], old: str, new: str) -> list[str]:
    return [re.sub(rf"(?<![\w.]){re.escape(old)}(?!\w)", new, text) for text in found]


@pytest.mark.parametrize("language", WORDS)
def test_a_value_stands_in_all_blocks_and_in_what_is_copied_and_is_kept(open_page, home: str, language: str) -> None:
    page = open_page(language + OVERNET)
    _, label, reset = WORDS[language]
    before = texts(page)
    fill(page, label, "10.7.0.1")
    after = texts(page)
    assert after == with_other(before, "192.0.2.11", "10.7.0.1") != before
    expect(page.locator(".yours summary")).to_contain_text("1")
    assert page.locator("article .own").evaluate_all("marks => marks.every(mark => mark.textContent === '10.7.0.1')")
    terminal = page.locator(".terminal:visible:has(.command .own)").first
    terminal.locator("button").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "10.7.0.1" in copied and copied == "\n".join(terminal.locator(".command").all_text_contents())
    with both_tracks(page):
        code = page.locator(".language-python:not(.output):visible:has(.own)").first
        code.locator("button").click()
        assert page.evaluate("navigator.clipboard.readText()") == code.locator("code").text_content().rstrip()
    page.reload()
    filled(page)
    assert texts(page) == after
    other = "简体中文" if not language else "English"
    page.get_by_role("link", name=other).click()
    expect(page.locator("html")).to_have_attribute("lang", "en" if language else "zh", timeout=60_000)
    filled(page)
    expect(page.locator(".own:visible").first).to_have_text("10.7.0.1")
    page.goto(f"{home}{language}{PUBLISH}")
    filled(page)
    expect(page.locator(".command .own:visible").first).to_have_text("10.7.0.1")
    open_page(language + OVERNET).get_by_role("button", name=reset).click()
    assert texts(page) == before
    assert page.locator(".own").count() == 0
    expect(page.get_by_label(label)).to_have_value("")
    page.reload()
    filled(page)
    assert texts(page) == before


def test_the_text_of_a_section_has_it_too(open_page) -> None:
    page = open_page("overlay/swarm-backup/")
    parts = page.locator("article > :is(p, ul, dl):not([hidden])")
    before = parts.all_text_contents()
    fill(page, "Address of node1", "10.7.0.1")
    fill(page, "New address of node1", "10.7.0.21")
    changed = [(was, now) for was, now in zip(before, parts.all_text_contents()) if was != now]
    was, now = ([pair[side] for pair in changed] for side in (0, 1))
    assert now == with_other(with_other(was, "192.0.2.11", "10.7.0.1"), "192.0.2.21", "10.7.0.21") != []
    assert "192.0.2.11" in page.locator("article > p", has_text="stand for").first.text_content()


def test_an_interface_is_the_host_s_and_never_the_one_in_a_container(open_page) -> None:
    page = open_page(MACVLAN)
    fill(page, "Interface of node1", "ens3")
    commands = page.locator(".command").all_text_contents()
    assert "docker network create -d macvlan -o parent=ens3 \\" in commands
    assert "docker network create -d macvlan -o parent=eth0 \\" in commands  # node2's
    assert any("default via 192.0.2.1 dev eth0" in text for text in texts(page))
    open_page("network/ipvlan/")
    assert any("parent=ens3.50 " in text for text in page.locator(".command").all_text_contents())


def test_what_a_command_printed_is_of_the_page_and_the_tab(open_page, home: str) -> None:
    page = open_page(OVERNET)
    token = f"SWMTKN-1-{'0x' * 25}-{'z9' * 12}q"
    fill(page, "Join token (Shell)", token)
    assert token in page.locator(".command .own").first.text_content()
    assert f"swarm join --token {token} 192.0.2.11:2377" in "\n".join(texts(page))
    local, session = page.evaluate(KEPT)
    assert token in session and token not in local
    page.reload()
    filled(page)
    expect(page.get_by_label("Join token (Shell)")).to_have_value(token)
    page.goto(f"{home}overlay/encrypted/")
    filled(page)
    assert token not in page.locator("article").inner_text()


def test_the_choice_of_an_engine_keeps_them(open_page) -> None:
    page = open_page(IMAGES)
    fill(page, "Address of node1", "10.7.0.1")
    for engine in ("29", "28.5"):
        page.get_by_role("combobox", name="Your Engine").select_option(engine)
        expect(page.locator("details.variant:visible .command:visible .own").first).to_have_text("10.7.0.1")
        assert "192.0.2.11" not in "".join(page.locator(".terminal:visible").all_inner_texts())


OUTSIDE = {
    "": "Outside of the network that you filled in for 192.0.2.0/24",
    "zh/": "不在你为 192.0.2.0/24 填写的网段内",
}
LAN = {
    "": ["Subnet of the LAN", "Router of the LAN", "Range for containers on node1", "Reset"],
    "zh/": ["局域网的网段", "局域网的路由器", "node1 上容器的地址段", "全部还原"],
}


@pytest.mark.parametrize("language", WORDS)
def test_what_is_not_in_the_network_that_is_filled_in_says_so(open_page, language: str) -> None:
    page = open_page(language + MACVLAN)
    subnet, router, some, reset = LAN[language]
    told = page.get_by_role("alert").filter(has_text=OUTSIDE[language])
    every = page.locator(".yours [data-network]").count()
    expect(told).to_have_count(0)
    fill(page, subnet, "192.168.1.0/24")
    expect(told).to_have_count(every)
    expect(page.get_by_label(router)).to_have_accessible_description(re.compile(OUTSIDE[language]))
    fill(page, router, "192.168.1.1")
    expect(told).to_have_count(every - 1)
    fill(page, router, "192.168.2.1")
    fill(page, some, "192.168.1.128/26")
    expect(told).to_have_count(every - 1)
    open_page(language + MACVLAN)
    expect(told).to_have_count(every - 1)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(told).to_have_count(every - 1)
    fill(page, subnet, "192.168.0.0/22")
    expect(told).to_have_count(every - 2)
    fill(page, subnet, "192.168.0.0/33")
    expect(told).to_have_count(0)
    fill(page, subnet, "128.0.0.0/1")
    expect(told).to_have_count(0)
    fill(page, subnet, "10.0.0.0/8")
    expect(told).to_have_count(every)
    page.get_by_role("button", name=reset).click()
    expect(told).to_have_count(0)


def test_only_a_page_with_a_network_to_fill_in_has_its_script(page: Page, home: str) -> None:
    for path, number in ((MACVLAN, 1), (IMAGES, 0), ("network/publish/", 0)):
        page.goto(home + path)
        expect(page.locator("script[src$='assets/networks.js']")).to_have_count(number)


@pytest.mark.parametrize("typed", ["10.7.0.1; reboot", "$(reboot)", "10.7.0.256", "-x", "::1", "10.7.0"])
def test_what_is_no_value_is_refused(open_page, typed: str) -> None:
    page = open_page(PUBLISH)
    before = texts(page)
    fill(page, "Address of node1", typed)
    field = page.get_by_label("Address of node1")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Not filled in: this is not a valid IPv4 address.")
    expect(page.get_by_role("alert").filter(has_text="Not filled in")).to_be_visible()
    assert texts(page) == before
    assert typed not in "".join(page.evaluate(KEPT))
    fill(page, "Address of node1", " 10.7.0.1 ")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(page.locator(".yours [role=alert]").first).to_have_text("")
    assert texts(page) != before


@pytest.mark.parametrize(
    "kept", ['{"node1 192.0.2.11":"$(reboot)"}', "no JSON", "null", '{"node1 192.0.2.11":{}}', "7"]
)
def test_what_the_browser_kept_is_not_trusted(page: Page, home: str, kept: str) -> None:
    page.goto(home + PUBLISH)
    filled(page)
    before = texts(page)
    page.evaluate("kept => localStorage.setItem('overnet.values', kept)", kept)
    page.reload()
    filled(page)
    assert texts(page) == before
    page.locator(".yours summary").click()
    fill(page, "Address of node1", "10.7.0.1")
    page.reload()
    filled(page)
    assert texts(page) == with_other(before, "192.0.2.11", "10.7.0.1")


def test_without_scripts_nothing_shows_and_the_blocks_are_as_proven(browser: Browser, home: str) -> None:
    with closing(browser.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(home + PUBLISH)
        expect(page.locator(".yours")).to_be_hidden()
        assert any("192.0.2.11" in text for text in texts(page))


def test_a_page_without_such_values_has_no_form(page: Page, home: str) -> None:
    page.goto(f"{home}storage/volumes/", wait_until="networkidle")
    assert page.locator(".terminal").count()
    assert page.locator(".yours").count() == 0


@schemes
@pytest.mark.parametrize("language", WORDS)
def test_the_form_is_accessible_and_fits_a_small_phone(
    open_page, page: Page, wanted: str, scheme: str, axe: str, language: str
) -> None:
    page.emulate_media(color_scheme=wanted)
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(language + OVERNET)
    title, label, _ = WORDS[language]
    fill(page, label, "10.7.0.1")
    page.keyboard.press("Tab")
    page.keyboard.type("no interface")
    page.keyboard.press("Enter")
    expect(page.locator(".yours input[aria-invalid=true]")).to_have_count(1)
    page.evaluate(axe)
    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    page.locator(".yours summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label(label)).to_be_hidden()
    expect(page.locator(".yours summary")).to_have_text(re.compile(rf"^{title} · "))


def test_a_page_prints_what_it_shows(open_page) -> None:
    page = open_page(PUBLISH)
    fill(page, "Address of node1", "10.7.0.1")
    page.emulate_media(media="print")
    expect(page.locator(".command .own").first).to_be_visible()
