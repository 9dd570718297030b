"""What the copy buttons put on the clipboard, on every page."""

from itertools import groupby

from playwright.sync_api import Page, expect

from overnet.pages import published
from overnet.project import SNIPPETS
from overnet.snippets.transcript import parse
from tests.site.addresses import every_page
from tests.site.conftest import Built, both_tracks, on_every_engine

# Click the buttons from a given one on; what each gives to the clipboard, and null for a button that does not show.
CLICK = """from => {
  const copied = []
  let text
  const take = ({ target }) => { text = target.value.slice(target.selectionStart, target.selectionEnd) }
  document.addEventListener("copy", take)
  for (const button of [...document.querySelectorAll("article button[data-clipboard-target]:not(.showcase *)")].slice(from)) {
    text = null
    if (button.checkVisibility({ opacityProperty: true, visibilityProperty: true })) button.click()
    if (!navigator.userActivation.isActive) break
    copied.push(text)
  }
  document.removeEventListener("copy", take)
  return copied
}"""

# Select the blocks that show, from a given one on, and copy each selection, as the keyboard does; what is copied.
SELECT = """async from => {
  const copied = []
  for (const block of [...document.querySelectorAll(".terminal:not(.showcase *)")].filter(one => one.checkVisibility()).slice(from)) {
    await navigator.clipboard.writeText("nothing was copied")
    getSelection().selectAllChildren(block)
    if (!document.execCommand("copy")) break
    copied.push(await navigator.clipboard.readText())
  }
  return copied
}"""


def copied_by(page: Page, script: str, count: int) -> list[str | None]:
    """What a script copies from `count` places of a page. It may do so for a few seconds after a person's act, then it
    ends (transient activation), and is called again with the number of places that it has been at."""
    copied: list[str | None] = []
    while len(copied) < count:
        page.locator("h1").click()
        more = page.evaluate(script, len(copied))
        assert more
        copied += more
    return copied


def expected(page: published.Page) -> list[str]:
    """The clipboard's content for each button: the commands of one host, or a block's code."""
    contents = []
    for fence in page.fences:
        if fence.language == "console":
            runs = groupby(parse((SNIPPETS / fence.snippet).read_text("utf-8")), key=lambda command: command.host)
            contents += ["\n".join(command.text for command in run) for _, run in runs]
        elif fence.language not in ("mermaid", "text"):
            contents.append(fence.text)
    return [content.rstrip() for content in contents]


@every_page
def test_every_button_copies_exactly_the_commands(here: Page, site: Built, path: str) -> None:
    contents = expected(site.pages[path])
    buttons = here.locator("article button[data-clipboard-target]:not(.showcase *)")
    expect(buttons).to_have_count(len(contents), timeout=60_000)  # a script of the theme makes them
    with on_every_engine(here), both_tracks(here):
        copied = copied_by(here, CLICK, len(contents))
    assert copied == contents
    assert not copied or here.evaluate("navigator.clipboard.readText()") == copied[-1]


@every_page
def test_no_block_is_left_as_markdown(here: Page) -> None:
    assert "```" not in here.locator("article").inner_text()


@every_page
def test_selecting_a_block_takes_no_prompt_and_no_output(here: Page, site: Built, path: str) -> None:
    wanted = ["\n".join(line for line in run.split("\n") if line) for run in expected(site.pages[path])]
    blocks = here.locator(".terminal:not(.showcase *):visible").count()
    for text in copied_by(here, SELECT, blocks):
        assert "\n".join(line for line in text.split("\n") if line) in wanted
