"""A Markdown extension: each table stands in an element of its own. The theme's script puts it into a frame that can
scroll, and browsers then make the style of all that is beside it anew."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor


class _Framer(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table":
                    frame = Element("div")
                    frame.tail, child.tail = child.tail, None
                    frame.append(child)
                    parent[place] = frame


class TablesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Framer(md), "tables", -1)


def makeExtension(**settings: str) -> TablesExtension:
    """The hook that Markdown calls."""
    return TablesExtension(**settings)
