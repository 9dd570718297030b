"""A page's prose, in spans: its inline code, and the text between; what is in a code fence is no prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from markdown_it.token import Token

from overnet.pages.published import Page, attributes, heading_id

LIST = re.compile(r"\{:?[ ]*((?:[#.]|data-)[^}\n]*)\}")  # an attribute list of Python-Markdown
CODE = re.compile(r"`+([^`]+)`+")
TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Span:
    """A piece of prose on a line (from 1) of the published page, below the heading with the id `section`: inline
    `code`, the tags of `html`, or else running text.

    `excuse` is why what inline `code` names is in none of the page's blocks: `code`{ data-excuse="…" }.
    """

    section: str
    line: int
    text: str
    code: bool = False
    excuse: str = ""
    html: bool = False


def spans(page: Page) -> Iterator[Span]:
    """The prose of a page, in its order."""
    section, heading = "", False
    for token in page.prose:
        if token.type == "inline":
            section = (heading and heading_id(token.content)) or section
            yield from _inline(token, section)
        elif token.type == "html_block":
            yield Span(section, token.map[0] + 1, "".join(TAG.findall(token.content)), html=True)
            parts = CODE.split(unescape(TAG.sub("", token.content)))  # MkDocs may read it as Markdown (md_in_html)
            yield from (
                Span(section, token.map[0] + 1, text, code=bool(number % 2)) for number, text in enumerate(parts)
            )
        heading = token.type == "heading_open"


def _inline(token: Token, section: str) -> Iterator[Span]:
    line = token.map[0] + 1
    children = token.children or []
    for child, following in zip(children, [*children[1:], None]):
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "code_inline":
            yield Span(section, line, child.content, code=True, excuse=_excuse(following))
        elif child.type == "html_inline":
            yield Span(section, line, child.content, html=True)
        elif child.type == "text" and (text := LIST.sub("", child.content)):
            yield Span(section, line, text)


def _excuse(following: Token | None) -> str:
    """The excuse in the attribute list that the text after inline code begins with."""
    found = LIST.match(following.content) if following and following.type == "text" else None
    return dict(attributes(found[1])).get("data-excuse", "") if found else ""
