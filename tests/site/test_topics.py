"""Each topic of topics.yml has its page, and its section there, in both languages."""

import re
from pathlib import Path

import pytest
import yaml

from overnet.pages.published import LANGUAGES
from overnet.site.publish import FOLDERS
from tests.site.conftest import Built

TOPICS = yaml.safe_load((Path(__file__).parent / "topics.yml").read_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_its_place(site: Built, language: str) -> None:
    there = {}
    for page in {place.partition("#")[0] for place in TOPICS.values()}:
        html = site.folder / FOLDERS[language] / page / "index.html"
        article = html.read_text().partition("<article")[2].partition("</article>")[0] if html.exists() else ""
        there[page] = set(re.findall(r'<[^>]+ id="([^"]+)"', article))
    missing = {
        topic: place for topic, place in TOPICS.items() if place.partition("#")[2] not in there[place.partition("#")[0]]
    }
    assert missing == {}
