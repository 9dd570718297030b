"""Diagrams: drawn at the build, readable everywhere and by everyone."""

import functools

import pytest
from playwright.sync_api import Locator, Page, expect

from overnet.snippets.walkthrough import load_all
from tests.site.addresses import every_page
from tests.site.conftest import Built, on_every_engine
from tests.site.test_pages import schemes, violations

BRIDGE = "network/bridge/"
OUTSIDE = """drawing => {
  const box = part => part.getBoundingClientRect()
  const frame = box(drawing)
  const over = (line, around) => box(line).left < around.left - 1 || box(line).right > around.right + 1
  return [...drawing.querySelectorAll("text")].filter(line => {
    const node = line.closest(".node")
    return over(line, frame) || (node && over(line, box(node.querySelector("rect, path, polygon, circle"))))
  }).map(line => line.textContent)
}"""
# Frames of hosts that begin at the same place from the left, from top to bottom.
COLUMNS = """drawing => {
  const frames = [...drawing.querySelectorAll(".cluster")].map(frame => [frame.textContent.trim(), frame.querySelector("rect").getBBox()])
  const columns = Object.groupBy(frames.sort(([, one], [, other]) => one.y - other.y), ([, { x }]) => Math.round(x))
  return Object.values(columns).map(column => column.map(([name]) => name))
}"""
HEIGHTS = "parts => parts.map(part => part.getBoundingClientRect().y)"
# What a line passes below: a box that is not its end (those nearest to where it begins and ends are), the name of a
# host, or the label of another line.
PASSED = """drawing => {
  const box = part => part.getBoundingClientRect()
  const parts = (selector, shape) => [...drawing.querySelectorAll(selector)].map(part => [part.textContent, box(part.querySelector(shape))])
  const far = ({ x, y }, [, { left, right, top, bottom }]) => Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0))
  const inside = ({ x, y }, [, { left, right, top, bottom }]) => x > left + 1 && x < right - 1 && y > top + 1 && y < bottom - 1
  const lines = [...drawing.querySelectorAll(".flowchart-link")].map(line => {
    const [length, matrix] = [line.getTotalLength(), line.getScreenCTM()]
    const steps = Math.ceil(length / 2)
    return Array.from({ length: steps + 1 }, (_, step) => line.getPointAtLength(length * step / steps).matrixTransform(matrix))
  })
  const below = part => lines.filter(line => line.some(point => inside(point, part)))
  const nodes = parts(".node", "rect, path, polygon, circle")
  const nearest = point => nodes.reduce((one, other) => far(point, other) < far(point, one) ? other : one)
  const ends = new Map(lines.map(line => [line, [nearest(line[0]), nearest(line.at(-1))]]))
  return [
    ...nodes.filter(node => below(node).some(line => !ends.get(line).includes(node))),
    ...parts(".cluster-label", "text").filter(name => below(name).length),
    ...parts(".edgeLabel .label", "rect").filter(label => below(label).length !== 1),
  ].map(([text]) => text)
}"""
HEIGHT = 800  # of a diagram, at most, in pixels: a laptop's window shows 700 to 800 of a page
WIDTH = 1200  # of one that is enlarged, at most
FONT_SIZE = "drawing => 14 * drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width"


@functools.cache
def hosts() -> set[str]:
    """The names of all labs' hosts."""
    return {host for walkthrough in load_all() for host in walkthrough.hosts}


def diagrams(site: Built, path: str) -> int:
    return sum(fence.language == "mermaid" for fence in site.pages[path].fences)


@every_page
def test_each_diagram_is_drawn_fits_and_has_its_words(here: Page, site: Built, path: str) -> None:
    drawings = here.locator(".diagram:not(.showcase *) svg")
    assert drawings.count() == here.locator(".diagram:not(.showcase *)").count() == diagrams(site, path)
    assert here.locator("script[src*=mermaid]").count() == 0
    ids = here.locator("[id]").evaluate_all("parts => parts.map(part => part.id)")
    assert len(ids) == len(set(ids))
    with on_every_engine(here):
        for drawing in drawings.all():
            expect(drawing).to_have_role("group" if drawing.locator("[tabindex]").count() else "img")
            assert drawing.get_attribute("aria-label")
            about = drawing.get_attribute("aria-describedby")
            assert here.locator(f"#{about}").text_content()
            assert drawing.evaluate(OUTSIDE) == []
            assert drawing.evaluate(PASSED) == []
            assert drawing.bounding_box()["height"] <= HEIGHT
            assert drawing.evaluate("drawing => drawing.viewBox.baseVal.width") <= WIDTH
            for names in drawing.evaluate(COLUMNS):
                assert [name for name in names if name in hosts()] == sorted(hosts().intersection(names))
            assert drawing.evaluate(FONT_SIZE) >= 12


def test_what_is_on_a_host_stands_in_the_order_of_its_facts(page: Page, home: str) -> None:
    page.goto(home + "network/several/", wait_until="networkidle")
    for kind, count in {"container": 3, "endpoint": 6}.items():
        heights = page.locator(".diagram").first.locator(f".{kind}").evaluate_all(HEIGHTS)
        assert len(heights) == count
        assert heights == sorted(heights)


def test_on_a_phone_a_diagram_scrolls_in_its_frame(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(home + BRIDGE, wait_until="networkidle")
    assert page.locator(".diagram svg").first.evaluate(FONT_SIZE) >= 12
    frame = page.locator(".diagram > div").first
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("frame => frame.scrollLeft > 0", arg=frame.element_handle())


def test_on_a_phone_a_flowchart_opens_at_its_first_node(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 360, "height": 844})
    page.goto(home + "network/which-driver/", wait_until="networkidle")
    frame, first = (page.locator(f".diagram {part}").first.bounding_box() for part in ("> div", ".node"))
    assert frame["x"] <= first["x"] and first["x"] + first["width"] <= frame["x"] + frame["width"]


def test_a_diagram_is_printed_whole(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 600, "height": 844})
    page.goto(home + BRIDGE, wait_until="networkidle")
    page.emulate_media(media="print")
    frame = page.locator(".diagram > div").first
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    expect(page.locator(".diagram > button").first).to_be_hidden()


@pytest.mark.parametrize(("language", "enlarge", "close"), [("", "Enlarge", "Close"), ("zh/", "放大", "关闭")])
def test_a_diagram_opens_large_and_closes_by_keyboard(
    page: Page, home: str, language: str, enlarge: str, close: str
) -> None:
    page.goto(home + language + BRIDGE, wait_until="networkidle")
    diagram = page.locator(".diagram").first
    before, place = diagram.locator("svg").bounding_box(), diagram.evaluate(PLACE)
    button = diagram.get_by_role("button", name=enlarge)
    for end in (lambda: page.keyboard.press("Escape"), lambda: page.get_by_role("button", name=close).press("Enter")):
        button.press("Enter")
        dialog = page.locator("dialog[open]")
        expect(dialog).to_have_accessible_name(str(diagram.locator("svg").get_attribute("aria-label")))
        assert dialog.locator("svg").bounding_box()["width"] > before["width"]
        end()
        expect(button).to_be_focused()
        assert diagram.evaluate(PLACE) == place
        assert diagram.locator("svg").bounding_box()["width"] == before["width"]


PLACE = "diagram => [...document.querySelectorAll('article *')].indexOf(diagram)"


@schemes
def test_a_large_diagram_is_accessible(page: Page, home: str, wanted: str, scheme: str, axe: str) -> None:
    page.emulate_media(color_scheme=wanted)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(home + BRIDGE, wait_until="networkidle")
    page.get_by_role("button", name="Enlarge").first.click()
    assert large(page.locator("dialog[open] svg"))
    page.locator("dialog [tabindex='0']").nth(1).focus()
    hint = page.locator("dialog .hint")
    expect(hint).to_be_visible()
    assert hint.evaluate(ON_TOP)
    page.evaluate(axe)
    assert violations(page) == []


ON_TOP = """hint => {
  const { left, top, width, height } = hint.getBoundingClientRect()
  return hint.contains(document.elementFromPoint(left + width / 2, top + height / 2))
}"""


def large(drawing: Locator) -> bool:
    return drawing.evaluate(FONT_SIZE) >= 14
