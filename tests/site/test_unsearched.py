"""What the search does not look through."""

import json

import pytest
from markdown import markdown

from overnet.pages.published import LANGUAGES
from overnet.site.publish import FOLDERS
from overnet.site.words import PAGE
from tests.site.conftest import Built


def test_a_receipt_is_not_searched() -> None:
    html = markdown("Text.\n\nProven.\n{ .receipt }\n", extensions=["attr_list", "overnet.site.unsearched"])
    assert html == '<p>Text.</p>\n<p class="receipt" data-search-exclude="1">Proven.</p>'


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_download_is_in_the_index(site: Built, language: str) -> None:
    index = json.loads((site.folder / FOLDERS[language] / "search" / "pages.json").read_text("utf-8"))
    assert not [
        section["location"]
        for section in index["docs"]
        if PAGE[language]["take"] in section["text"].replace("\u200b", "")
    ]
