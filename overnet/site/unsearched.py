"""A Markdown extension: keeps out of the search what a page says about its proof, the values of a reader, its
downloads, and what its tab for Python needs. The theme's search reads the mark and takes it out of the page."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

CLASSES = {"receipt", "head", "yours", "take", "matrix", "reasons", "tabbed-labels", "sdk"}


class _Marker(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if CLASSES & set(element.get("class", "").split()):
                element.set("data-search-exclude", "1")


class UnsearchedExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Marker(md), "unsearched", 0)


def makeExtension(**settings: str) -> UnsearchedExtension:
    """The hook that Markdown calls."""
    return UnsearchedExtension(**settings)
