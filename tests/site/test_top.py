"""The button "Back to top": it shows after scrolling up, covers nothing of the page, and leads there."""

import pytest
from playwright.sync_api import Page, expect

NAMES = {"": "Back to top", "zh/": "回到页面顶部"}
SCROLL = "y => new Promise(done => { scrollTo(0, y); requestAnimationFrame(() => requestAnimationFrame(done)) })"
# Headings and commands that show below the header, and have the button on them.
COVERED = """() => {
  const [button, header] = [".md-top", ".md-header"].map(name => document.querySelector(name).getBoundingClientRect())
  return [...document.querySelectorAll("article :is(h2, h3, .command)")].filter(part => {
    const { left, right, top, bottom } = part.getBoundingClientRect()
    const shown = Math.max(top, header.bottom)
    return shown < bottom && shown < button.bottom && bottom > button.top && left < button.right && right > button.left
  }).map(part => part.textContent)
}"""


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("language", NAMES)
def test_it_covers_nothing_and_leads_to_the_top(page: Page, home: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{home}{language}network/publish/")
    button = page.get_by_role("button", name=NAMES[language])
    expect(button).to_be_hidden()
    page.evaluate(SCROLL, 4000)
    covered = []
    for place in range(3990, 3400, -30):
        page.evaluate(SCROLL, place)
        expect(button).to_be_visible()
        covered += page.evaluate(COVERED)
    assert covered == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == width
    button.click()
    page.wait_for_function("scrollY === 0")
    expect(button).to_be_hidden()
