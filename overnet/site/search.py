"""The search's index: apart from its settings, so that a page need not load it before something is searched for."""

import json
from pathlib import Path


def defer(site: Path) -> None:
    """Move the pages out of the index that the theme loads with every page of `site`, to where its worker (see
    overrides/assets/javascripts/workers/lazy.js) looks for them. Each page, other than a section, gets a `name`, which
    is searched, too: its address."""
    file = site / "search" / "search_index.json"
    index = json.loads(file.read_text("utf-8"))
    docs = [doc if "#" in doc["location"] else {**doc, "name": doc["location"]} for doc in index["docs"]]
    (file.parent / "pages.json").write_text(json.dumps({"docs": docs}, ensure_ascii=False), "utf-8")
    file.write_text(json.dumps({**index, "docs": []}), "utf-8")
