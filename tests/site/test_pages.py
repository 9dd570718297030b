"""Every page, in both languages: it renders, alone, light and dark, for everyone."""

import gzip

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from overnet.site.forge import repository
from tests.site.addresses import every_page
from tests.site.conftest import Visit, both_tracks

GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
schemes = pytest.mark.parametrize(
    ("wanted", "scheme"), [("light", "default"), ("dark", "slate")], ids=["light", "dark"]
)

# The theme makes a block that scrolls, by more than the few pixels that axe-core does not mind, reachable by keyboard a
# moment after it shows.
REACHABLE = """() => [...document.querySelectorAll("pre > code")].every(code =>
  !code.checkVisibility() || code.scrollWidth <= code.clientWidth + 13 || code.tabIndex >= 0)"""
# What the theme says for two seconds after a copy fades away, and half faded it has no contrast.
NOTHING_MOVES = """() => document.getAnimations().every(moving => moving.playState !== "running") &&
  getComputedStyle(document.querySelector(".md-dialog")).opacity === "0\""""
# Elements with the same tags and classes, up to the root, have the same colours: one is looked at, once for all pages.
CONTRAST = """async looked => {
  const [known, found] = [new Set(looked), new Map()]
  const { mdColorScheme } = document.body.dataset
  const kind = part => part ? `${kind(part.parentElement)} ${part.tagName}.${part.className}.${part.style?.cssText}` : mdColorScheme
  const own = part => [...part.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  for (const part of document.body.querySelectorAll("*")) {
    if (!own(part) || !part.checkVisibility()) continue
    const its = kind(part)
    if (!known.has(its) && !found.has(its)) found.set(its, part)
  }
  const include = [...found.values()]
  return [[...found.keys()], include.length ? (await axe.run({ include }, { runOnly: ["color-contrast"] })).violations : []]
}"""
LOOKED_AT = set()
# A scrolled list may show half a link.
TO_THE_TOP = "document.querySelectorAll('*').forEach(part => part.scrollTop && part.scrollTo(0, 0))"


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Those on what shows of the page, at any impact: rule and HTML of each place."""
    page.wait_for_function(NOTHING_MOVES)
    rules = {"runOnly": GUIDELINES, "rules": {"color-contrast": {"enabled": False}}, "resultTypes": ["violations"]}
    return [*_told(page.evaluate("async rules => (await axe.run(document, rules)).violations", rules)), *faint(page)]


def faint(page: Page) -> list[tuple[str, list[str]]]:
    """Where text that shows has too little contrast, in colours that no page before had."""
    page.wait_for_function(NOTHING_MOVES)
    kinds, found = page.evaluate(CONTRAST, list(LOOKED_AT))
    if not found:
        LOOKED_AT.update(kinds)
    return _told(found)


def _told(found: list[dict]) -> list[tuple[str, list[str]]]:
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


@every_page
def test_a_page_loads_without_trouble(here: Page, path: str) -> None:
    assert here.locator("html").get_attribute("lang") == ("zh" if path.startswith("zh/") else "en")
    assert here.locator("article h1").count() == 1


@every_page
def test_a_page_is_light(visit: Visit) -> None:
    """Compressed, cold, everything included; a site that is built for a repository has links to it, and receipts of all
    engines."""
    sizes = {answer.url: len(gzip.compress(answer.body())) for answer in visit.answers}
    drawn = visit.tab.locator(".diagram").count()
    most, published = (110_000, 3_000) if drawn else (90_000, 1_500)
    assert sum(sizes.values()) <= most - (0 if repository() else published), sizes


@every_page
def test_what_is_shown_stays_where_it_is(visit: Visit) -> None:
    assert visit.moved < 0.02


@every_page
def test_accessibility(here: Page) -> None:
    with both_tracks(here):
        here.evaluate(TO_THE_TOP)
        here.wait_for_function(REACHABLE)
        assert violations(here) == []


def test_what_is_faint_or_has_no_name_is_found(page: Page, home: str, axe: str) -> None:
    page.goto(home)
    page.evaluate(axe)
    page.evaluate("""() => {
      const [hidden, faint, button] = ["p", "p", "button"].map(name => document.createElement(name))
      for (const part of [hidden, faint]) part.style.color = "rgb(190, 190, 190)"
      hidden.hidden = true
      hidden.textContent = faint.textContent = "words"
      document.querySelector("article h1").after(hidden, faint, button)
    }""")
    assert violations(page) == [
        ("button-name", ["<button></button>"]),
        ("color-contrast", ['<p style="color: rgb(190, 190, 190);">words</p>']),
    ]


@every_page
def test_colours_in_the_dark(here: Page) -> None:
    with both_tracks(here):
        here.emulate_media(color_scheme="dark")
        expect(here.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        found = faint(here)
        here.emulate_media(color_scheme="light")
    assert found == []


def test_dark_and_light_can_be_chosen(page: Page, home: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(home)
    grounds = {}
    for title in ("Switch to light mode", "Switch to dark mode"):
        page.get_by_title(title).click()
        grounds[title] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds == {"Switch to light mode": "rgb(255, 255, 255)", "Switch to dark mode": "rgb(18, 24, 29)"}
    page.goto(f"{home}zh/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_dark_page_is_printed_dark_on_light(page: Page, home: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(home, wait_until="networkidle")
    page.emulate_media(media="print")
    colours = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
    assert colours == ["rgb(255, 255, 255)", "rgb(29, 40, 48)"]


def test_what_one_can_only_click_is_not_printed(page: Page, home: str) -> None:
    page.goto(f"{home}network/bridge/", wait_until="networkidle")
    clicked = page.locator("article :is(details.yours, .md-code__nav)")
    assert clicked.first.is_visible()
    page.emulate_media(media="print")
    assert not any(part.is_visible() for part in clicked.all())


def test_what_was_run_is_printed_once(page: Page, home: str) -> None:
    """Receipts stay closed, and the head has no list of runs, though the theme opens all that is folded."""
    page.goto(f"{home}network/bridge/", wait_until="networkidle")
    page.locator("article h2").first.evaluate("heading => heading.insertAdjacentHTML('beforebegin', `" + RECEIPT + "`)")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".lab-card")).to_be_visible()
    assert not any(part.is_visible() for part in page.locator(".head p.proof, .receipt > :not(summary)").all())
    expect(page.locator("details.receipt > summary").first).to_be_visible()


# A site that was built before any run has none.
RECEIPT = '<details class="receipt" open><summary>Proven</summary><pre>$ docker network ls</pre></details>'


def test_a_page_reads_without_scripts(context: BrowserContext, home: str) -> None:
    page = context.browser.new_context(java_script_enabled=False).new_page()
    page.goto(home)
    assert page.locator("article h1").is_visible()
    page.context.close()
