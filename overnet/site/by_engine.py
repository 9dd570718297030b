"""The engine that a reader chose, or else the build's default: what is shown on some engines only has classes, by which
the stylesheet shows it (see overrides/assets/engine.css)."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from overnet.engines import NEWEST_FIRST, REFERENCE
from overnet.receipts.status import Standing, of_all, today
from overnet.site.here import walkthrough
from overnet.site.words import PAGE
from overnet.snippets.walkthrough import names

VERSION = re.compile(r'(?P<indent> *)\?\?\?\+? variant (?P<classes>on [^"]*) "')
MARKED = re.compile(r"<(?P<tag>span|a|p) class='(?P<classes>[^']*)'(?P<rest>[^>]*)>(?P<text>.*?)</(?P=tag)>")


@cache
def standings() -> list[Standing]:
    """Where each track stands on each engine, read once in a build."""
    return of_all(today(), walkthroughs=map(walkthrough, names()))


@cache
def _newest() -> str:
    return newest_proven(standings())


_unseen = ContextVar("unseen", default=False)


def default() -> str:
    """The engine that this build shows where a reader has not chosen one."""
    return REFERENCE if _unseen.get() else _newest()


@contextmanager
def unseen() -> Iterator[None]:
    """While open, what is built is for no reader: it shows the reference, and receipts need not be read for a newer."""
    before = _unseen.set(True)
    try:
        yield
    finally:
        _unseen.reset(before)


def chooser(language: str) -> dict:
    """What the templates need to let a reader choose an engine."""
    return {"all": list(NEWEST_FIRST), "shown": default(), "label": PAGE[language]["engine"]}


def begin() -> None:
    """Forget the build before: one process may build several times."""
    walkthrough.cache_clear()
    standings.cache_clear()
    _newest.cache_clear()


def newest_proven(everywhere: Iterable[Standing]) -> str:
    """The engine that this build shows first, of the standings of all tracks on all engines: the newest on which more
    than half of the tracks are proven, else the reference."""
    states: dict[str, list[bool]] = {}
    for one in everywhere:
        states.setdefault(one.engine, []).append(one.state == "proven")
    shown = (engine for engine in NEWEST_FIRST if 2 * sum(states.get(engine, [])) > len(states.get(engine, [])))
    return next(shown, REFERENCE)


def classes(engines: Iterable[str]) -> list[str]:
    """The classes of what is shown on `engines` only."""
    engines = list(engines)
    return ["on", *(f"on-{engine.replace('.', '-')}" for engine in engines), *["default"][: default() in engines]]


def sentence(engines: Iterable[str], text: str, more: str = "") -> str:
    """Inline Markdown that is shown on some engines only; it has `more` classes."""
    return f"<span class='{' '.join([*classes(engines), *more.split()])}'>{text}</span>"


def only(engine: str, markdown: str) -> str:
    """Published Markdown with what it says on one engine, and without what it says on others."""
    lines: list[str] = []
    inside = ""  # the indentation of the version that the lines are in, if they are in one
    shown = True
    for line in markdown.split("\n"):
        if inside and line and not line.startswith(inside):
            inside, shown = "", True
        if version := VERSION.match(line):
            inside, shown = f"{version['indent']}    ", _is_on(engine, version)
        elif shown:
            lines.append(MARKED.sub(lambda marked: _marked(engine, marked), line.replace(inside, inside[4:], 1)))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _is_on(engine: str, found: re.Match) -> bool:
    return classes([engine])[1] in found["classes"].split()


def _marked(engine: str, marked: re.Match) -> str:
    """Inline text that may be of some engines only; of a link, its engine goes without saying."""
    if "on" not in marked["classes"].split():
        return marked[0]
    link = f"<a{marked['rest']}>{marked['text']}</a>" if marked["tag"] == "a" else marked["text"]
    return link if _is_on(engine, marked) else ""
