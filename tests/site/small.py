"""One page of a small project as MkDocs makes it of the real configuration, up to the HTML of its Markdown."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from overnet.project import ROOT
from overnet.site import by_engine, here
from overnet.site.sources import CONFIGS
from overnet.snippets import walkthrough

SNIPPETS = {
    "lab.yml": "hosts: {node1: 192.0.2.11, node2: 192.0.2.12}\nimages: [alpine, nginx]\nneeds: [overlay]\nminutes: 7\n",
    "run.console": "#: exits 1\nnode1$ false\nnode2$ cat <<X\n> \n> a\n>   b\n> X\n\n```\n",
    "run@20.10.console": "#: exits 1\nnode1$ false\nold\nnode2$ cat <<X\n> \n> a\n>   b\n> X\n\n```\n",
    "run.py": "#: on node1\nprint(1)\n\nif True:\n    print(2)\n#> 1\n#>\n#> 2\n#: on node2\nx = 1\n",
    "only.console": "node1$ ls\n",
    "map.topology": "network\nnode1 network app bridge 172.18.0.0/16 -\n",
}
COPIED = ["false", "cat <<X\n\na\n  b\nX"]


@dataclass(frozen=True)
class Small:
    """The project in `folder`, of which MkDocs has the configuration `config`; its page is net/page."""

    folder: Path
    config: MkDocsConfig

    def page(self, markdown: str) -> Page:
        """The page, read; its Markdown is `markdown`."""
        (self.folder / "net/page.md").write_text(markdown)
        files = get_files(self.config)
        page = Page(None, files.get_file_from_path("net/page.md"), self.config)
        page.read_source(self.config)
        page.markdown = self.config.plugins.on_page_markdown(page.markdown, page=page, config=self.config, files=files)
        page.render(self.config, files)
        return page

    def published(self, markdown: str) -> str:
        return self.page(markdown).markdown

    def html(self, markdown: str) -> BeautifulSoup:
        return BeautifulSoup(self.page(markdown).content, "html.parser")


def small(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> Small:
    """The project, made in `folder`."""
    for name, text in SNIPPETS.items():
        file = folder / "snippets/net/page" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    docs = folder / "docs" / language
    (docs / "net").mkdir(parents=True)
    monkeypatch.setattr(by_engine, "newest_proven", lambda _: "28.5")
    monkeypatch.setattr(here, "SNIPPETS", folder / "snippets")
    for reading in (walkthrough.load, walkthrough.names):
        monkeypatch.setattr(reading, "__defaults__", (folder / "snippets",))
    config = load_config(str(ROOT / CONFIGS[language]), docs_dir=str(docs), nav=None)
    return Small(docs, config.plugins.on_config(config))
