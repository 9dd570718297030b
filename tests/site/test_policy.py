"""The content-security policy: nothing of a page breaks it, and it forbids what it should."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from overnet.project import ROOT
from overnet.site import policy
from overnet.site.sources import FOLDERS
from tests.site.conftest import Built

REPORTS = "addEventListener('securitypolicyviolation', broken => console.error(`${broken.effectiveDirective}: ${broken.blockedURI}`))"
PLACES = ["", "network/bridge/", "overlay/two-subnets/", "storage/layers/", "reference/errors/", "status/"]
TRIES = """() => {
  const broken = new Set()
  addEventListener("securitypolicyviolation", ({ effectiveDirective }) => broken.add(effectiveDirective))
  const script = Object.assign(document.createElement("script"), { textContent: "document.title = 'run'" })
  document.body.append(script)
  document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='1'></p><style>p {}</style><img src='http://192.0.2.1/x.png'>")
  setTimeout("document.title = 'run'")
  return new Promise(done => setTimeout(() => done([document.title, [...broken].sort()]), 500))
}"""


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("place", PLACES)
def test_no_page_breaks_it(page: Page, home: str, language: str, place: str) -> None:
    """The profile's fixture fails for what a page says on its console, and for a request to any other host."""
    page.add_init_script(REPORTS)
    page.goto(home + language + place, wait_until="networkidle")
    page.locator(".md-header .engine select").select_option("26.1")
    page.keyboard.press("/")
    page.keyboard.insert_text("bridge")
    page.keyboard.press("End")
    page.locator(".md-search-result__item").first.wait_for()


def test_what_is_not_the_sites_is_not_run(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.goto(home)
    title = page.title()
    found, broken = page.evaluate(TRIES)
    page.close()
    assert found == title
    assert broken == ["img-src", "script-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"]


def test_pages_and_servers_say_the_same(site: Built) -> None:
    headers = (site.folder / "_headers").read_text()
    told = re.search(r"Content-Security-Policy: (.*); frame-ancestors 'none'\n", headers)[1]
    assert "unsafe" not in told
    for file in site.folder.rglob("*.html"):
        head, meta, rest = file.read_text().partition(f'<meta http-equiv="Content-Security-Policy" content="{told}">')
        assert meta and "<script" not in head and " style=" not in rest.partition("<article")[0], file


def test_a_script_in_a_page_is_named_by_its_hash(tmp_path: Path) -> None:
    page = "<script>a</script><script src='b'></script><script id='c' type='application/json'>d</script>"
    hashed = "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"
    assert f"script-src 'self' {hashed}; style-src 'self';" in policy.policy([page, page])
    drawn = '<script src="assets/mermaid.min.js"></script>'
    assert "style-src 'self' 'unsafe-inline';" in policy.policy([page, drawn])


def test_readers_load_no_comments(site: Built) -> None:
    assets = ROOT / "overrides/assets"
    own = [file.relative_to(assets) for file in assets.rglob("*") if file.suffix in (".css", ".js")]
    built = [site.folder / folder / "assets" / file for folder in FOLDERS.values() for file in own]
    assert len(built) > 20
    assert not [file for file in built if re.search(r"/\*|^ *//", file.read_text("utf-8"), re.MULTILINE)]
