"""mermaid2 adds to a page what it always adds, though it gets no more of it than a diagram."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from overnet.project import ROOT
from overnet.site import mermaid

DIAGRAM = '<pre class="mermaid"><code>graph LR\n  a["&lt;body&gt;"] --&gt; b</code></pre>'
PAGE = f"<!doctype html>\n<html><body class=x>\n<p>It&rsquo;s &lt;/body&gt;<br></p>{{}}<p hidden>end</p>\n{DIAGRAM}</body>\n</html>\n"


@pytest.fixture
def config() -> MkDocsConfig:
    mermaid.fetch()
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config.plugins.on_config(config)


def written(config: MkDocsConfig, html: str) -> str:
    page = SimpleNamespace(file=SimpleNamespace(src_uri="net/page.md"), url="net/page/", title="Page")
    return config.plugins.on_post_page(html, page=page, config=config)


def test_the_scripts_are_those_that_mermaid2_adds_to_the_whole_page(config: MkDocsConfig) -> None:
    html = PAGE.format(DIAGRAM)
    alone = config.plugins["mermaid2"].on_post_page(html, config, SimpleNamespace(url="net/page/", title="Page"))
    got = BeautifulSoup(written(config, html), "html.parser")
    assert len(got.select("script")) == 2
    assert str(got) == str(BeautifulSoup(alone, "html.parser"))


def test_the_rest_of_the_page_is_as_it_was(config: MkDocsConfig) -> None:
    html = PAGE.format("")
    before, _, after = written(config, html).partition("<script")
    assert html.startswith(before)
    assert after.endswith("</body>\n</html>\n")
    assert written(config, "<body><p>no mermaid here</p></body>") == "<body><p>no mermaid here</p></body>"
