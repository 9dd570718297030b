"""The search's index: apart from its settings, so that a page need not load it before something is searched for."""

import json
from pathlib import Path

from material.plugins.search import plugin

BETWEEN = " ·"  # a term and what defines it, two cells
APART = {"dt", "th", "td"}


class _Parser(plugin.Parser):
    """The theme's parser of pages, which takes terms and cells for text like any other."""

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        if tag in APART:
            self.handle_data(BETWEEN)


def separate() -> None:
    """From now on, let the theme put something between a term and what defines it, and between cells, in its index."""
    plugin.Parser = _Parser


def defer(site: Path) -> None:
    """Move the pages out of the index that the theme loads with every page of `site`, to where its worker (see
    overrides/assets/javascripts/workers/lazy.js) looks for them. Each page, other than a section, gets a `name`, which
    is searched, too: its address."""
    file = site / "search" / "search_index.json"
    index = json.loads(file.read_text("utf-8"))
    docs = [doc if "#" in doc["location"] else {**doc, "name": doc["location"]} for doc in index["docs"]]
    (file.parent / "pages.json").write_text(json.dumps({"docs": docs}, ensure_ascii=False), "utf-8")
    file.write_text(json.dumps({**index, "docs": []}), "utf-8")
