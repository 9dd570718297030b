"""Each topic of topics.yml has its page, and its section there, in both languages."""

from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from overnet.pages.published import LANGUAGES
from overnet.site.publish import FOLDERS
from tests.site.conftest import Built

TOPICS = yaml.safe_load((Path(__file__).parent / "topics.yml").read_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_its_place(site: Built, language: str) -> None:
    there = {}
    for page in {place.partition("#")[0] for place in TOPICS.values()}:
        html = site.folder / FOLDERS[language] / page / "index.html"
        there[page] = BeautifulSoup(html.read_text(), "html.parser") if html.exists() else BeautifulSoup("")
    missing = {
        topic: place
        for topic, place in TOPICS.items()
        if not there[place.partition("#")[0]].select_one(f"article #{place.partition('#')[2]}")
    }
    assert missing == {}
