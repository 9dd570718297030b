"""Sample values on the pages: marked, explained on hover and focus, lit up wherever they are."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.addresses import every_page
from tests.site.conftest import Built
from tests.site.test_pages import schemes, violations

BRIDGE = "network/bridge/"
OVERNET = "overlay/overnet/"
LIT = "blocks => blocks.map(block => block.querySelector('.same') ? 1 : 0).reduce((a, b) => a + b, 0)"
UNDER = "marks => marks.map(mark => getComputedStyle(mark)).map(style => `${style.borderBottomStyle} ${style.borderBottomWidth}`)"
SHOWN = "diagrams => diagrams.flatMap(diagram => Object.values(JSON.parse(diagram.dataset.samples)).flat())"
LABELS = "diagram => [...diagram.querySelectorAll('text.same')].map(line => line.textContent)"


@pytest.fixture
def open_page(page: Page, home: str):
    def opened(path: str) -> Page:
        page.goto(home + path, wait_until="networkidle")
        expect(page.locator("article data:not([tabindex])")).to_have_count(0)
        page.bring_to_front()  # once, under load, nothing told of the focus of a new tab
        return page

    return opened


def value(page: Page, text: str, where: str = ".output") -> Locator:
    """The first visible mark of `text`."""
    return page.locator(f"{where} data:visible", has_text=text).first


@every_page
def test_marks_leave_the_text_as_it_is(here: Page, site: Built, path: str) -> None:
    fences = [fence for fence in site.pages[path].fences if fence.snippet and fence.language != "mermaid"]
    shown = here.locator("article [data-snippet]:not(.showcase *)").evaluate_all(
        "blocks => blocks.map(block => [...block.querySelectorAll('code')].map(code => code.textContent).join(''))"
    )
    assert [text.rstrip("\n") for text in shown] == [fence.text for fence in fences]
    assert bool(fences) == bool(here.locator("article data").count())


@every_page
def test_each_mark_has_its_hint_and_each_hint_a_mark(here: Page) -> None:
    numbers = here.locator("article data").evaluate_all("marks => marks.map(mark => +mark.value)")
    numbers += here.locator(".diagram").evaluate_all(SHOWN)
    marks = {f"sample-{number}" for number in numbers}
    hints = here.locator("#samples li").evaluate_all("hints => hints.map(hint => hint.id)")
    assert sorted(hints) == sorted(marks | ({"sample-yours", "sample-replace"} if marks else set()))


def test_each_mark_is_underlined(open_page) -> None:
    lines = open_page(BRIDGE).locator("article data").evaluate_all(UNDER)
    assert set(lines) == {"dotted 1px", "dashed 1px"}


def test_hovering_lights_up_the_same_value_everywhere(open_page) -> None:
    page = open_page(BRIDGE)
    mark = value(page, "172.18.0.3")
    mark.hover()
    expect(page.locator(".hint")).to_have_text(
        "Yours will differ: IPv4 address, first printed by docker exec b1 ping -c 1 b2"
    )
    same = page.locator("data.same:visible")
    assert set(same.all_inner_texts()) == {"172.18.0.3"}
    assert same.count() == page.locator("data:visible").get_by_text("172.18.0.3", exact=True).count()
    assert page.locator(".command data.same").count() == 1
    assert page.locator("article pre").evaluate_all(LIT) >= 3
    assert page.locator(".diagram").first.evaluate(LABELS) == ["172.18.0.3"]
    page.locator("h1").hover()
    expect(page.locator(".hint")).to_be_hidden()
    assert page.locator("data.same").count() == 0
    assert page.locator(".diagram").first.evaluate(LABELS) == []


def test_hovering_a_value_in_a_diagram_lights_it_up_in_the_text(open_page) -> None:
    page = open_page(BRIDGE)
    page.locator(".diagram text", has_text="172.18.0.3").first.hover()
    assert set(page.locator("data.same:visible").all_inner_texts()) == {"172.18.0.3"}
    assert page.locator(".diagram").first.evaluate(LABELS) == ["172.18.0.3"]
    page.locator("h1").hover()
    assert page.locator(".same").count() == 0


def test_long_and_short_forms_light_up_together(open_page) -> None:
    page = open_page(OVERNET)
    value(page, "doajlcsbdoeh").hover()
    assert len(set(page.locator("data.same:visible").all_inner_texts())) == 2


def test_values_without_identity_light_up_alone(open_page) -> None:
    page = open_page(BRIDGE)
    value(page, " ms").hover()
    expect(page.locator(".hint")).to_have_text("Yours will differ: latency")
    assert page.locator("data.same").count() == 1


@pytest.mark.parametrize(
    ("language", "track", "words"),
    [
        ("", "Shell", "Yours will differ: IPv4 address, first printed by docker exec b1 ping -c 1 b2"),
        (
            "",
            "Python",
            "Yours will differ: IPv4 address, first printed by the code that ends in "
            'print(container.name, container.attrs["NetworkSettings"]["Networks"]["app"]["IPAddress"])',
        ),
        ("zh/", "Shell", "你的会不同：IPv4 地址，最早由此命令输出：docker exec b1 ping -c 1 b2"),
    ],
)
def test_the_keyboard_reaches_every_value_of_a_diagram_with_one_tab_stop(
    open_page, language: str, track: str, words: str
) -> None:
    page = open_page(language + BRIDGE)
    page.locator(".tabbed-labels label", has_text=track).first.click()
    diagram = page.locator(".diagram").first
    lines = diagram.locator("text[tabindex]")
    assert diagram.locator("text[tabindex='0']").count() == 1
    assert lines.count() + diagram.locator("text[aria-hidden]").count() == diagram.locator("text").count()
    diagram.locator("div").focus()
    page.keyboard.press("Tab")
    reached = []
    for line in lines.all():
        expect(line).to_be_focused()
        reached.append(line.text_content())
        if reached[-1] == "172.18.0.3":
            expect(line).to_have_accessible_description(words.replace("：", "： ", 1))  # of two parts
            expect(page.locator(".hint")).to_have_text(words)
            assert set(page.locator("data.same:visible").all_inner_texts()) == {"172.18.0.3"}
            assert diagram.evaluate(LABELS) == ["172.18.0.3"]
        page.keyboard.press("ArrowRight")
    assert "172.18.0.3" in reached
    page.keyboard.press("ArrowLeft")
    expect(lines.nth(len(reached) - 2)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".hint")).to_be_hidden()
    assert page.locator(".same").count() == 0
    page.keyboard.press("Tab")
    expect(diagram.locator("button")).to_be_focused()


@pytest.mark.parametrize(
    ("language", "words"), [("", "Replace it with yours: join token"), ("zh/", "换成你自己的：加入令牌")]
)
def test_in_a_command_the_hint_says_to_replace_it(open_page, language: str, words: str) -> None:
    page = open_page(language + OVERNET)
    value(page, "SWMTKN", ".command").hover()
    expect(page.locator(".hint")).to_contain_text(words)
    expect(page.locator(".hint code")).to_have_text("docker swarm init --advertise-addr 192.0.2.11")
    page.locator(".tabbed-labels label", has_text="Python").first.click()
    value(page, "SWMTKN", ".language-python").hover()
    expect(page.locator(".hint")).to_contain_text(words)
    expect(page.locator(".hint code")).to_have_text('print(client.swarm.attrs["JoinTokens"]["Worker"])')


def test_the_keyboard_reaches_every_mark_with_one_tab_stop_for_each_block(open_page) -> None:
    page = open_page(BRIDGE)
    expect(page.locator("data[tabindex='0']")).to_have_count(page.locator("pre:has(data)").count())
    block = page.locator("pre:visible:has(data)").first
    marks = block.locator("data")
    wanted = marks.all_inner_texts()
    assert len(wanted) > 1
    page.locator("details.head summary").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('data')"):
            break
    reached = []
    for number in range(len(wanted)):
        expect(marks.nth(number)).to_be_focused()
        expect(page.locator(".hint")).to_be_visible()
        reached.append(page.evaluate("document.activeElement.textContent"))
        page.keyboard.press("ArrowRight")
    assert reached == wanted
    expect(marks.last).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(marks.nth(len(wanted) - 2)).to_be_focused()
    expect(marks.nth(len(wanted) - 2)).to_have_accessible_description(
        "Yours will differ: id, first printed by docker network ls"
    )
    page.keyboard.press("Escape")
    expect(page.locator(".hint")).to_be_hidden()
    page.keyboard.press("Tab")
    assert not page.evaluate("pre => pre.contains(document.activeElement)", block.element_handle())


def test_the_pointer_may_rest_on_the_hint(open_page) -> None:
    page = open_page(BRIDGE)
    value(page, "172.17.0.2").hover()
    page.locator(".hint").hover()
    expect(page.locator(".hint")).to_be_visible()


@schemes
def test_a_hint_is_accessible(open_page, page: Page, wanted: str, scheme: str, axe: str) -> None:
    page.emulate_media(color_scheme=wanted)
    open_page(OVERNET)
    value(page, "SWMTKN", ".command").focus()
    expect(page.locator(".hint")).to_be_visible()
    page.evaluate(axe)
    assert violations(page) == []


def test_a_hint_fits_a_phone_and_is_not_printed(open_page, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(OVERNET)
    for mark in page.locator("data:visible").all()[:30]:
        mark.focus()
        box = page.locator(".hint").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.emulate_media(media="print")
    expect(page.locator(".hint")).to_be_hidden()
