"""The site as it is built where there is no browser: the reader's browser draws the diagrams."""

from contextlib import closing

import pytest
from playwright.sync_api import Browser

from overnet.site import drawing
from overnet.site.publish import finish, publish
from tests.site.addresses import address
from tests.site.conftest import Built, on_every_engine, served
from tests.site.test_diagrams import BRIDGE, diagrams

pytestmark = [pytest.mark.xdist_group("undrawn"), pytest.mark.browser]  # one build for all


@pytest.fixture(scope="module")
def undrawn(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as it is built where there is no browser."""
    folder = tmp_path_factory.mktemp("undrawn")
    found = publish(folder, tmp_path_factory.mktemp("published"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "BROWSERS", ())
        finish(found, folder)
    return Built(folder, {address(page): page for page in found})


def test_the_script_is_on_pages_with_a_diagram_only(undrawn: Built) -> None:
    for path in undrawn.pages:
        html = (undrawn.folder / path / "index.html").read_text()
        assert ("mermaid.min.js" in html) == (diagrams(undrawn, path) > 0), path


@pytest.mark.parametrize("path", ["", BRIDGE, f"zh/{BRIDGE}", "storage/layers/", "zh/reference/proof/"])
def test_the_script_draws(browser: Browser, undrawn: Built, path: str) -> None:
    requests = []
    with served(undrawn.folder) as home, closing(browser.new_context()) as window:
        page = window.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.goto(home + path, wait_until="networkidle")
        with on_every_engine(page):
            for number in range(diagrams(undrawn, path)):
                drawn = page.locator("div.mermaid").nth(number)
                drawn.wait_for()
                assert drawn.bounding_box()["height"] > 40
        assert page.locator("div.mermaid").count() == diagrams(undrawn, path)
    assert len([url for url in requests if "mermaid" in url]) == min(diagrams(undrawn, path), 1)
