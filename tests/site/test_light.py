"""What keeps a page from keeping its reader waiting: it loads nothing that no page needs, and it opens before all of a
long one has been worked on."""

import re

import pytest
from playwright.sync_api import Page, expect

from overnet.project import ROOT
from overnet.site import light

LONG = "overlay/mesh/"
NEVER_IDLE = "globalThis.requestIdleCallback = () => 0"
# What has changed of the root and the body, whose styles are those of all, once there is a page.
CHANGED = """
globalThis.changed = []
new MutationObserver(changes => changes.forEach(({ target, attributeName, oldValue }) => {
  const value = target.getAttribute(attributeName)
  if (target.matches("html, body") && document.querySelector("article") && value !== oldValue)
    changed.push(`${attributeName}: ${oldValue} → ${value}`)
})).observe(document, {
  subtree: true, attributeOldValue: true, attributeFilter: ["class", "data-md-color-scheme", "data-md-color-switching"],
})
"""
WHOLE = re.compile(
    r"(?:^|[\s,>])(?::root|html|body|article|\.md-typeset|\.md-content)(?:\[[^\]]*\])*:has\(", re.MULTILINE
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_root_and_the_body_stay_as_they_are(page: Page, home: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.add_init_script(CHANGED)
    page.goto(home + LONG, wait_until="networkidle")
    assert page.evaluate("changed") == []


def test_no_rule_looks_at_all_that_a_page_has() -> None:
    """Else each change of the page has the style of much of it made anew."""
    sheets = (ROOT / "overrides" / "assets").glob("*.css")
    assert [found for sheet in sheets for found in WHOLE.findall(sheet.read_text("utf-8"))] == []
    assert WHOLE.search("body:has(.a) .b {}") and WHOLE.search(".a,\narticle:has(#b) td {}")


def test_a_block_that_is_not_in_sight_waits(page: Page, home: str) -> None:
    """Nothing is done with it before the browser is idle, or the reader comes to it."""
    page.add_init_script(NEVER_IDLE)
    page.goto(home + LONG, wait_until="networkidle")
    blocks = page.locator("article pre:visible")
    last = blocks.last
    assert page.locator("article pre:has(button)").count() < blocks.count()
    assert page.locator("article data[tabindex]").count() == 0
    expect(last.locator("button")).to_have_count(0)
    last.scroll_into_view_if_needed()
    expect(last.locator("button")).to_have_count(1)
    page.locator("article data:visible").last.hover()
    expect(page.locator(".hint")).to_be_visible()


def test_in_idle_moments_all_blocks_get_what_they_need(page: Page, home: str) -> None:
    page.goto(home + LONG)
    blocks = page.locator("article :not(.no-copy) > pre").count()
    expect(page.locator("article pre > .md-code__nav button")).to_have_count(blocks, timeout=30_000)
    expect(page.locator("article data:not([tabindex])")).to_have_count(0)


def test_without_idle_moments_they_get_it_too(page: Page, home: str) -> None:
    """As in browsers that do not tell of them."""
    page.add_init_script("globalThis.requestIdleCallback = undefined")
    test_in_idle_moments_all_blocks_get_what_they_need(page, home)


def test_the_theme_gets_going_in_two_tasks(page: Page, home: str) -> None:
    """The parts in the page's middle are hidden from it until it has begun with the others."""
    parts = "[...document.querySelectorAll('.md-main [data-md-component]')].map(part => part.dataset.mdComponent)"
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ globalThis.first = {parts} }})")
    page.goto(home + LONG)
    assert page.evaluate("first") == []
    page.wait_for_function(f"{parts}.length")
    assert set(page.evaluate(parts)) >= {"sidebar", "toc", "content"}


def test_the_theme_s_script_is_compiled_while_it_loads() -> None:
    [script] = (ROOT / "site" / "assets" / "javascripts").glob("bundle.*.js")
    assert script.read_text("utf-8").startswith("//# allFunctionsCalledOnLoad\n")


def test_the_colours_of_the_theme_that_the_site_has_not_are_left_out() -> None:
    red, ours = "[data-md-color-primary=red]", "[data-md-color-accent=custom]"
    css = f"{red}{{a:b}}{red} a,{ours} b{{c:d}}@media screen{{{red} b,{red} c{{e:f}}{ours}{{g:h}}}}"
    palette = [{"primary": "custom", "accent": "custom"}]
    assert light.in_colours_of(palette, css) == f"{red} a,{ours} b{{c:d}}@media screen{{{ours}{{g:h}}}}"


def test_the_admonitions_of_the_theme_that_no_page_has_are_left_out() -> None:
    icons = {kind: f"--md-admonition-icon--{kind}:url(data:{kind});" for kind in ("note", "tip", "warning")}
    rules = ".note{a:b}.tip{c:d}.warning{e:f}.tip a,.warning a{g:h}.tip-off{i:j}"
    kept = f":root{{{icons['note']}{icons['warning']}}}{rules.replace('.tip{c:d}', '')}"
    assert light.with_admonitions({"warning"}, f":root{{{''.join(icons.values())}}}{rules}") == kept
    assert light.with_admonitions({"tip", "warning"}, kept) == kept


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize(
    ("path", "kind", "colour"),
    [("network/compare/", "note", "rgb(68, 138, 255)"), ("overlay/swarm-backup/", "warning", "rgb(255, 145, 0)")],
)
def test_an_admonition_that_a_page_has_looks_as_in_the_theme(
    page: Page, home: str, language: str, path: str, kind: str, colour: str
) -> None:
    page.goto(home + language + path)
    icon = f"getComputedStyle(document.querySelector('.admonition.{kind} > .admonition-title'), '::before')"
    assert page.evaluate(f"{icon}.backgroundColor") == colour
    assert page.evaluate(f"{icon}.maskImage").startswith('url("data:image/svg+xml')
