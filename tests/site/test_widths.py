"""Every page from the narrowest screen to a wide one: nothing is wider than it, and no command is cut off."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.site.addresses import every_page
from tests.site.conftest import DESKTOP, both_tracks
from tests.site.test_pages import NOTHING_MOVES

WIDTHS = (320, 390, 768, 1280, 2200)
# Commands and lines of Python that go on beyond their block's edge, or below its copy button.
CUT_OFF = """() => [...document.querySelectorAll(".terminal .command, .language-python code")].filter(command => {
  const code = command.closest("code")
  const button = code.parentElement.querySelector("button")?.getBoundingClientRect()
  const text = document.createRange()
  text.selectNodeContents(command)
  return command.checkVisibility() && [...text.getClientRects()].some(({ left, right, top, bottom }) =>
    right > code.getBoundingClientRect().right ||
    button?.width && top < button.bottom && bottom > button.top && right > button.left && left < button.right)
}).map(command => command.textContent)"""

# The columns at which the rows of Python blocks begin.
COLUMNS = """() => [...document.querySelectorAll(".language-python code")].flatMap(code => {
  const text = document.createRange()
  text.selectNodeContents(code)
  const rows = new Map()
  for (const { left, top } of text.getClientRects()) rows.set(top, Math.min(left, rows.get(top) ?? left))
  const first = Math.min(...rows.values())
  return [...rows.values()].map(left => Math.round((left - first) / (0.6 * parseFloat(getComputedStyle(code).fontSize))))
})"""

# Words of commands that go on in the next row.
BROKEN = """() => [...document.querySelectorAll(".terminal .command")].flatMap(command => {
  const texts = document.createTreeWalker(command, NodeFilter.SHOW_TEXT)
  const rows = []
  while (texts.nextNode()) {
    for (let at = 0; at < texts.currentNode.length; at++) {
      const sign = document.createRange()
      sign.setStart(texts.currentNode, at)
      sign.setEnd(texts.currentNode, at + 1)
      rows.push(Math.round(sign.getBoundingClientRect().top / 4))
    }
  }
  return [...command.textContent.matchAll(/\\S+/g)].filter(({ 0: word, index }) =>
    new Set(rows.slice(index, index + word.length)).size > 1).map(([word]) => word)
})"""


@every_page
def test_a_page_fits_every_screen(here: Page) -> None:
    """Without sideways scrolling, with both tracks, and all of each command."""
    wide, cut = {}, {}
    with both_tracks(here):
        for width in WIDTHS:
            here.set_viewport_size({"width": width, "height": 844})
            here.wait_for_function(NOTHING_MOVES)
            wide[width] = here.evaluate("document.scrollingElement.scrollWidth")
            cut[width] = here.evaluate(CUT_OFF)
    here.set_viewport_size(DESKTOP)
    assert wide == {width: width for width in WIDTHS}
    assert cut == {width: [] for width in WIDTHS}


@pytest.mark.parametrize("path", ["network/dns/", "network/publish/"])
def test_on_a_phone_a_command_breaks_between_words(page: Page, home: str, path: str) -> None:
    """Only in those for which a row is too short."""
    page.set_viewport_size({"width": 360, "height": 844})
    page.goto(home + path, wait_until="networkidle")
    assert [word for word in page.evaluate(BROKEN) if len(word) <= 24] == []


@pytest.mark.parametrize("path", ["network/addresses/", "zh/network/addresses/"])
def test_on_a_phone_options_in_sentences_are_whole(page: Page, home: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 844})
    page.goto(home + path, wait_until="networkidle")
    options = page.locator("article :is(p, li, dt, dd) code").filter(visible=True, has_text=re.compile(r"^--\S{1,22}$"))
    rows = {code.inner_text(): code.evaluate("code => code.getClientRects().length") for code in options.all()}
    assert len(rows) > 2 and set(rows.values()) == {1}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["network/which-driver/", "zh/network/which-driver/"])
def test_a_table_that_goes_on_beyond_the_screen_has_a_shadow_there(
    page: Page, home: str, axe: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    """And the keyboard leads there."""
    page.set_viewport_size({"width": 360, "height": 844})
    page.emulate_media(color_scheme=scheme)
    page.goto(home + path, wait_until="networkidle")
    table = page.locator(".md-typeset__scrollwrap")

    def edges() -> list[bytes]:
        """What shows below the table, at the left end and at the right end of its box."""
        box = table.bounding_box()
        bottom = box["y"] + box["height"] - 4
        return [page.screenshot(clip={"x": x, "y": bottom, "width": 4, "height": 3}) for x in (0, 356)]

    table.evaluate("table => table.scrollIntoView({ block: 'end' })")
    page.wait_for_function(NOTHING_MOVES)
    begin = edges()
    table.evaluate("table => { table.scrollLeft = table.scrollWidth }")
    end = edges()
    assert begin[0] == end[1] and begin[0] != begin[1] and end[0] != end[1]
    page.evaluate(axe)
    found = page.evaluate(
        "async () => (await axe.run(document, { runOnly: ['scrollable-region-focusable'] })).violations"
    )
    assert found == []


def test_a_line_of_python_goes_on_below_its_beginning(page: Page, home: str) -> None:
    """Further to the right than any line begins."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{home}network/bridge/")
    with both_tracks(page):
        columns = set(page.evaluate(COLUMNS))
    assert columns <= {0, 4, 8, max(columns)} and max(columns) > 8


def test_a_wide_screen_has_a_wider_column(page: Page, home: str) -> None:
    """Wider by its own letters, which grow with the screen, too."""
    page.goto(f"{home}network/bridge/")
    code = page.locator("article pre > code").first
    columns = {}
    for width in (1280, 2200):
        page.set_viewport_size({"width": width, "height": 900})
        columns[width] = code.evaluate("code => code.clientWidth / parseFloat(getComputedStyle(code).fontSize)")
    assert columns[2200] > columns[1280] + 10
