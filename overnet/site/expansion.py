"""Published Markdown without a site: expands the macros of some pages, in this process, and makes no HTML."""

import os
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page as Source

from overnet.errors import Problem
from overnet.pages.published import PUBLISHED, Page, is_called, pages
from overnet.project import ROOT
from overnet.site import by_engine
from overnet.site.sources import CONFIGS, check


def expand(names: Sequence[str], published: Path) -> list[Page]:
    """Publish the Markdown of the pages that are called by `names`, in all languages, into the empty folder
    `published`, and return them. The macros write it, as in a build of the site (see site.macros).

    Raises Problem with the faults of each page whose macros cannot say what they are asked.
    """
    check()
    os.environ[PUBLISHED] = str(published)
    try:
        with by_engine.unseen():
            faults = [fault for config in CONFIGS.values() for fault in _expanded(config, names)]
    finally:
        del os.environ[PUBLISHED]
    if faults:
        raise Problem("\n".join(faults))
    return pages(published)


def _expanded(config_file: str, names: Sequence[str]) -> list[str]:
    """Run what MkDocs runs of one language's plugins until a page's Markdown is whole, and return the faults."""
    config = load_config(str(ROOT / config_file))
    config.plugins["material/search"].config.enabled = False  # which would read its dictionary of Chinese
    config = config.plugins.on_config(config)
    files = get_files(config)
    faults = []
    for file in files.documentation_pages():
        if is_called(file.src_uri.removesuffix(".md"), names):
            page = Source(None, file, config)
            page.read_source(config)
            try:
                config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
            except Problem as problem:
                faults.append(str(problem))
    return faults
