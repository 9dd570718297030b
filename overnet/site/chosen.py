"""The engine that a reader chose, or else the build's default: what is shown on some engines only has classes, by which the
stylesheet shows it (see overrides/assets/engine.css)."""

from collections.abc import Iterable
from functools import cache

from overnet.receipts.status import default as shown_first
from overnet.receipts.status import of_all, today


@cache
def default() -> str:
    """The engine that this build shows where a reader has not chosen one."""
    return shown_first(of_all(today()))


def classes(engines: Iterable[str]) -> list[str]:
    """The classes of what is shown on `engines` only."""
    engines = list(engines)
    return ["on", *(f"on-{engine.replace('.', '-')}" for engine in engines), *["default"][: default() in engines]]


def sentence(engines: Iterable[str], text: str) -> str:
    """Inline Markdown that is shown on some engines only."""
    return f'<span class="{" ".join(classes(engines))}">{text}</span>'
