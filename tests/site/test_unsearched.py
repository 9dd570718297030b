"""What the search does not look through."""

import json

import pytest
from markdown import markdown

from overnet.pages.published import LANGUAGES
from overnet.site.publish import FOLDERS
from overnet.site.words import PAGE
from tests.site.conftest import Built


@pytest.mark.parametrize("kind", ["receipt", "sdk"])
def test_what_a_page_says_of_its_blocks_is_not_searched(kind: str) -> None:
    html = markdown(f"Text.\n\nProven.\n{{ .{kind} }}\n", extensions=["attr_list", "overnet.site.unsearched"])
    assert html == f'<p>Text.</p>\n<p class="{kind}" data-search-exclude="1">Proven.</p>'


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_download_is_in_the_index(site: Built, language: str) -> None:
    index = json.loads((site.folder / FOLDERS[language] / "search" / "pages.json").read_text("utf-8"))
    assert not [
        section["location"]
        for section in index["docs"]
        if PAGE[language]["take"] + PAGE[language]["colon"] in section["text"].replace("\u200b", "")
    ]
