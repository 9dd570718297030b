"""The whole site as a zip that works from the file system, search included: there, an address has to name a file, and a
browser starts no workers and fetches nothing, so the search runs in a frame and its index is a script."""

import json
import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from overnet.progress import doing
from overnet.site import mermaid, npm
from overnet.site.sources import FOLDERS

NAME = "overnet.zip"
SHIM = ("iframe-worker", "1.0.4", "shim/index.js", "e8e412dbcfea9b7e31b5ffa288d7b6035915e714c542f4176a0cdbe262fc9609")
WORKER = "assets/iframe-worker.js"

FOLDER = re.compile(r'(?<=href=")(?![a-z]+:|#)([^"#?]*/|(?:\.\./)*\.{1,2})(?=["#?])')
ITSELF = re.compile(rf'<a [^>]*href="[^"]*{re.escape(NAME)}"[^>]*>(.*?)</a>')
BUNDLE = re.compile(r'<script src="([^"]*)assets/javascripts/bundle\.')
SERVED = re.compile(r"\.map$|^(sitemap\.xml.*|.*llms.*\.txt|(zh/)?404\.html|.*/search/.*\.json|search/.*\.json)$")


@doing("packing the site for reading without a network")
def save(site: Path) -> None:
    """Write the zip of the built `site` into it. Raises Problem if the script that runs the search cannot be had."""
    files = {str(file.relative_to(site)): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
    pages = {name: _page(text.decode()).encode() for name, text in files.items() if name.endswith(".html")}
    drawn = not any(f'{mermaid.NAME}"></script>'.encode() in text for text in pages.values())
    for folder in FOLDERS.values():
        there = f"{folder}/".removeprefix("/")
        pages[f"{there}search/search_index.js"] = _index(files, f"{there}search/").encode()
        pages[f"{there}{WORKER}"] = npm.file(*SHIM).read_bytes()
    with ZipFile(site / NAME, "w", ZIP_DEFLATED) as zipped:
        for name, content in sorted({**files, **pages}.items()):
            if not SERVED.search(name) and not (drawn and name.endswith(mermaid.NAME)):
                entry = ZipInfo(f"overnet/{name}")
                entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
                zipped.writestr(entry, content)


def _page(html: str) -> str:
    """A page whose links name files, and whose search needs no server."""
    html = FOLDER.sub(lambda link: f"{link[0].removesuffix('/')}/index.html", ITSELF.sub(r"\1", html))
    return BUNDLE.sub(lambda script: f'<script src="{script[1]}{WORKER}"></script>\n      {script[0]}', html)


def _index(files: dict[str, bytes], folder: str) -> str:
    """The search's index, as the theme loads it from files, out of the two parts in `folder`."""
    index = json.loads(files[f"{folder}search_index.json"])
    docs = json.loads(files[f"{folder}pages.json"])["docs"]
    for doc in docs:
        path, mark, place = doc["location"].partition("#")
        doc["location"] = f"{path}index.html{mark}{place}"
    return f"var __index = {json.dumps({**index, 'docs': docs}, ensure_ascii=False)}"
