"""The pages of the site, by their paths below its base: "" for the home page, "zh/network/bridge/" for another."""

import pytest

from overnet.pages.published import LANGUAGES, Page
from overnet.project import ROOT


def address(page: Page) -> str:
    """The path of a page."""
    return ("zh/" if page.language == "zh" else "") + ("" if page.name == "index" else f"{page.name}/")


def sources(language: str) -> list[Page]:
    """The pages of a language as their authors wrote them."""
    folder = ROOT / "docs" / language
    files = sorted(folder.rglob("*.md"))
    return [Page(language, str(file.relative_to(folder).with_suffix("")), file.read_text()) for file in files]


def together(path: str):
    """A parameter whose tests run in one process, one after the other, so that they can share what they load."""
    return pytest.param(path, id=path or "home", marks=pytest.mark.xdist_group(path))


ENGLISH = [address(page) for page in sources("en")]
EVERY = [address(page) for language in LANGUAGES for page in sources(language)]
every_page = pytest.mark.parametrize("path", [together(path) for path in EVERY], scope="session")
