"""An MkDocs hook: mermaid2 gets a page's first diagram in place of the page.

It adds its scripts to pages that have a diagram. To see whether there is one it reads the whole page with a slow
parser, and writes it anew. What it adds to a page of one diagram alone is what it adds to any other.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.pages import Page

from overnet.site.mermaid import SOURCE

_pages: dict[str, str] = {}


@event_priority(100)
def _before(output: str, page: Page, config: MkDocsConfig) -> str:
    """The first diagram alone."""
    _pages[page.file.src_uri] = output
    diagram = SOURCE.search(output)
    return f"<body>{diagram[0]}</body>" if diagram else ""


@event_priority(-100)
def _after(output: str, page: Page, config: MkDocsConfig) -> str:
    """The page, with what mermaid2 added behind the diagram."""
    text = _pages.pop(page.file.src_uri)
    start, end, rest = text.rpartition("</body>")
    added = output.rpartition("</pre>")[2].removesuffix("</body>")
    return f"{start}{added}{end}{rest}"


on_post_page = CombinedEvent(_before, _after)
