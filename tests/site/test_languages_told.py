"""What search engines are told of the two languages, where the build knows the site's address."""

from collections.abc import Callable
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config

from overnet.project import ROOT
from overnet.site.sources import CONFIGS

URL = "https://docs.example.com/overnet/"
HERE = {"en": f"{URL}network/bridge/", "zh": f"{URL}zh/network/bridge/"}
XML = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Gives what a template makes of the page network/bridge in a language."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("OVERNET_URL", URL)
    page = SimpleNamespace(url="network/bridge/")

    def render(name: str, language: str) -> str:
        config = load_config(CONFIGS[language])
        template = config.theme.get_env().get_template(name)
        return template.render(config=config, page=page, pages=[SimpleNamespace(page=page)], base_url="../..")

    return render


@pytest.mark.parametrize("language", CONFIGS)
def test_a_page_has_one_address_in_each_language(rendered: Callable[[str, str], str], language: str) -> None:
    head = BeautifulSoup(rendered("partials/languages.html", language), "html.parser")
    assert {link["hreflang"]: link["href"] for link in head.select("link[hreflang]")} == HERE
    assert head.select_one("link[rel=canonical]")["href"] == HERE[language]


@pytest.mark.parametrize("language", CONFIGS)
def test_the_sitemap_has_both_languages(rendered: Callable[[str, str], str], language: str) -> None:
    entries = ElementTree.fromstring(rendered("sitemap.xml", language)).findall("url", XML)
    assert [entry.findtext("loc", namespaces=XML) for entry in entries] == list(HERE.values())
    for entry in entries:
        assert {link.get("hreflang"): link.get("href") for link in entry.findall("xhtml:link", XML)} == HERE
