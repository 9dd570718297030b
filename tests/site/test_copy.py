"""What the copy buttons put on the clipboard, on every page."""

from itertools import groupby

from playwright.sync_api import Page

from overnet import published
from overnet.transcript import parse
from tests.site.addresses import every_page
from tests.site.conftest import Built

TAB_OF = """button => {
  const block = button.closest(".tabbed-block")
  const inputs = block.closest(".tabbed-set").querySelectorAll(":scope > input")
  return inputs[[...block.parentElement.children].indexOf(block)].id
}"""


def expected(page: published.Page) -> list[str]:
    """The clipboard's content for each button: the commands of one host, or a block's code."""
    contents = []
    for fence in page.fences:
        if fence.language == "console":
            runs = groupby(parse(fence.text), key=lambda command: command.host)
            contents += ["\n".join(command.text for command in run) for _, run in runs]
        elif fence.language not in ("mermaid", "text"):
            contents.append(fence.text)
    return [content.rstrip() for content in contents]


@every_page
def test_every_button_copies_exactly_the_commands(page: Page, home: str, site: Built, path: str) -> None:
    page.goto(home + path)
    page.locator("article").wait_for()
    page.locator("details.variant").evaluate_all("variants => variants.forEach(variant => variant.open = true)")
    copied = []
    for button in page.locator("article button[data-clipboard-target]").all():
        if not button.is_visible():
            page.locator(f"label[for={button.evaluate(TAB_OF)}]").click()
        page.evaluate("navigator.clipboard.writeText('nothing was copied')")
        button.click()
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    assert copied == expected(site.pages[path])


@every_page
def test_no_block_is_left_as_markdown(here: Page) -> None:
    assert "```" not in here.locator("article").inner_text()


@every_page
def test_selecting_a_block_takes_no_prompt_and_no_output(page: Page, home: str, site: Built, path: str) -> None:
    page.goto(home + path)
    wanted = ["\n".join(line for line in run.split("\n") if line) for run in expected(site.pages[path])]
    for terminal in page.locator(".terminal:visible").all():
        terminal.evaluate("block => getSelection().selectAllChildren(block)")
        page.keyboard.press("Control+c")
        lines = [line for line in page.evaluate("navigator.clipboard.readText()").split("\n") if line]
        assert "\n".join(lines) in wanted
