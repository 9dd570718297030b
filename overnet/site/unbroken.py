"""A Markdown extension: keeps the short words of inline code, like `--default-address-pool`, in one line. In a column,
which is as narrow as its words let it be, browsers break any word."""

import re
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

WORD = re.compile(r"(\S+)")
FITS = re.compile(r"\S{1,24}")  # a word that fits a phone,
BREAKS = re.compile(r"(?=.*[-/?%}])\S{1,24}")  # with a sign at which browsers break lines


class _Keeper(Treeprocessor):
    def run(self, root: Element) -> None:
        blocks, cells = _inside(root, "pre"), _inside(root, "table")
        for code in root.iter("code"):
            if code.text and code not in blocks:
                _keep(code, FITS if code in cells else BREAKS)


def _inside(root: Element, name: str) -> set[Element]:
    return {code for part in root.iter(name) for code in part.iter("code")}


def _keep(code: Element, whole: re.Pattern[str]) -> None:
    """Put each word that is to be `whole` into an element of its own."""
    parts, code.text, last = WORD.split(code.text), "", None
    for part in parts:
        if whole.fullmatch(unescape(part)):
            last = SubElement(code, "span", {"class": "whole"})
            last.text, last.tail = AtomicString(part), ""
        elif last is None:
            code.text = AtomicString(code.text + part)
        else:
            last.tail = AtomicString(last.tail + part)


class UnbrokenExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Keeper(md), "unbroken", 3)


def makeExtension(**settings: str) -> UnbrokenExtension:
    """The hook that Markdown calls."""
    return UnbrokenExtension(**settings)
