"""The picture that README opens with: a block and its receipt, as the built site shows them (`make picture`)."""

import sys

from overnet.errors import Problem
from overnet.project import ROOT
from overnet.site import drawing

FILE = ROOT / ".github" / "block.png"
PAGE, BLOCK = "network/bridge", "network/bridge/names.console"
WINDOW, SCALE = {"width": 1280, "height": 900}, 1.5
SHOWN = """block => {
  const [above, below] = [block, block.nextElementSibling].map(part => part.getBoundingClientRect())
  return { x: above.x - 8, y: above.y - 8 + scrollY, width: above.width + 16, height: below.bottom - above.top + 16 }
}"""


def take() -> None:
    """Write the picture of what is in site/. Raises Problem where there is no browser or no site."""
    page = ROOT / "site" / PAGE / "index.html"
    if not ((chromium := drawing.browser()) and page.exists()):
        raise Problem(f"a picture of {page.relative_to(ROOT)} needs that file, and Chromium: make site chromium")
    with drawing.launched(chromium) as browser:
        tab = browser.new_page(viewport=WINDOW, device_scale_factor=SCALE)
        tab.goto(page.as_uri())
        block = tab.locator(f'.session[data-snippet="{BLOCK}"]:visible').first
        tab.screenshot(path=FILE, full_page=True, clip=block.evaluate(SHOWN))


if __name__ == "__main__":
    try:
        take()
    except Problem as problem:
        sys.exit(str(problem))
