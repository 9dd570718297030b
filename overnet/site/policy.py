"""The content-security policy of a built site: its pages load from the site alone, and run no script that is not in it.

Scripts that the theme writes into pages are named by their hashes. Where the reader's browser draws the diagrams, what
draws them writes styles into the page, which are allowed then."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from overnet.site import mermaid

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
FIRST = '<meta charset="utf-8">'  # of a page's head; scripts come later
OTHERS = {
    "img-src": "'self' data:",  # the theme's style sheets have their icons in them
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def apply(site: Path) -> None:
    """Put the policy into each page of `site`, and, as a header for servers that heed it, into the file `_headers`."""
    pages = {file: file.read_text("utf-8") for file in site.rglob("*.html")}
    told = policy(pages.values())
    for file, text in pages.items():
        meta = f'{FIRST}\n      <meta http-equiv="Content-Security-Policy" content="{told}">'
        file.write_text(text.replace(FIRST, meta, 1), "utf-8")
    headers = {
        "Content-Security-Policy": f"{told}; frame-ancestors 'none'",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    (site / "_headers").write_text("/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()), "utf-8")


def policy(pages: Iterable[str]) -> str:
    """The policy that fits all these pages (their HTML)."""
    pages = list(pages)
    scripts = sorted({_hash(script) for page in pages for script in INLINE.findall(page)})
    styles = ["'unsafe-inline'"] if any(f'{mermaid.NAME}"></script>' in page for page in pages) else []
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *scripts]),
        "style-src": " ".join(["'self'", *styles]),
        **OTHERS,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
