"""Pages and sections that moved: at each address that one had before, something that leads to where it is now.

A script does it, since only a script knows the section that was asked for; without it, an old page's address leads to
the head of the new page.
"""

import json
import os
import re
from html import escape
from pathlib import Path

import yaml

from overnet.errors import Problem
from overnet.project import DOCS
from overnet.site.sources import FOLDERS

TABLE = DOCS / "moved.yml"
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
PAGE = """<!doctype html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <title>{title}</title>
    {script}
    <meta http-equiv="refresh" content="0; url={address}">
    <meta name="robots" content="noindex">
    <link rel="canonical" href="{address}">
  </head>
  <body><a href="{address}">{title}</a></body>
</html>
"""


def table() -> dict[str, str]:
    """What each address was, like "network/dns#alias", and is; nothing if no page or section ever moved."""
    return yaml.safe_load(TABLE.read_text("utf-8")) if TABLE.exists() else {}


def leave(site: Path, moved: dict[str, str]) -> None:
    """Write what leads from the old addresses into the built `site`. Raises Problem for each of `moved` that leads
    nowhere, or has something where it was."""
    pages: dict[str, dict[str, str]] = {}
    for old, new in moved.items():
        page, _, section = old.partition("#")
        pages.setdefault(page, {})[section] = new
    for language, folder in FOLDERS.items():
        root = site / folder
        faults = [f"{new} is not there: {old} leads to it" for old, new in moved.items() if not _is_there(new, root)]
        faults += [f"{old} is there, and leads to {new}" for old, new in moved.items() if _is_there(old, root)]
        faults += [f"{page} is not there; say where it is now" for page in pages if _lacks(pages, page, root)]
        if faults:
            raise Problem("\n".join(f"docs/{TABLE.name} ({language}): {fault}" for fault in faults))
        for page, sections in pages.items():
            _lead(page, sections, root, language)


def _lead(page: str, sections: dict[str, str], root: Path, language: str) -> None:
    """Let an old page, or a page that had these sections, lead to where they are; "" is the page itself."""
    places = {section: _from(page, new) for section, new in sections.items()}
    source = f"{os.path.relpath('.', page)}/assets/moved.js"
    script = f'<script src="{source}" data-places="{escape(json.dumps(places))}"></script>'
    file = _file(page, root)
    if "" in sections:
        title = TITLE.search(_file(sections[""], root).read_text("utf-8"))[1]
        text = PAGE.format(language=language, title=title, script=script, address=places[""])
        file.parent.mkdir(parents=True, exist_ok=True)
    else:
        text = file.read_text("utf-8").replace("</title>", f"</title>\n      {script}", 1)
    file.write_text(text, "utf-8")


def _is_there(address: str, root: Path) -> bool:
    file, section = _file(address, root), address.partition("#")[2]
    return file.exists() and (not section or f' id="{section}"' in file.read_text("utf-8"))


def _lacks(pages: dict[str, dict[str, str]], page: str, root: Path) -> bool:
    return "" not in pages[page] and not _file(page, root).exists()


def _file(address: str, root: Path) -> Path:
    return root / address.partition("#")[0] / "index.html"


def _from(page: str, address: str) -> str:
    """The address, as seen from a page."""
    there, mark, section = address.partition("#")
    return f"{os.path.relpath(there, page)}/{mark}{section}"
