"""What pages can say in Markdown: `step("name")` publishes a step of the page's walkthrough, `topology("name")` a
measured diagram, `lab()` its lab card with the sum of its proof, `status()` what is proven of all pages; and, within a
line, `on("29", "text")` what is so on some engines only.

mkdocs-macros-plugin loads this module. Before the macros of a page run, the text of each call is made, and at its foot
the page gets what readers can take with them; after them, its Markdown is written out, for the harness.
"""

import os
import re
from pathlib import Path

from mkdocs.exceptions import BuildError

from overnet.engines import NEWEST_FIRST
from overnet.errors import Problem
from overnet.pages.calls import MACROS, Call, calls
from overnet.pages.published import PUBLISHED
from overnet.pages.translation import is_old
from overnet.receipts.status import today
from overnet.site import blocks, card, takeaway
from overnet.site.by_engine import begin, chooser, classes, sentence, standings
from overnet.site.here import Here, here, is_walked
from overnet.site.markup import placed
from overnet.site.status_page import table
from overnet.site.words import PAGE, PROOF

PAGELESS = ("status", "on")  # the macros that need no walkthrough
_texts: list[str] = []  # of the calls of the page whose macros run, in its order


class BadPage(Problem, BuildError):
    """What is wrong with a page, or its walkthrough. MkDocs stops at it, and says it without a traceback."""


def define_env(env) -> None:
    """Register the macros, each of which is the text of the page's next call (the hook that mkdocs-macros-plugin calls
    before each build)."""
    begin()
    env.conf["extra"]["engines"] = chooser(env.conf["theme"]["language"])
    for name in MACROS:
        env.macro(lambda *_: _texts.pop(0), name)


def on_pre_page_macros(env) -> None:
    """Make the texts of a page's calls, and what the page says of itself at its head and its foot (the hook that
    mkdocs-macros-plugin calls before each page). Raises BadPage with every fault."""
    language, name = env.conf["theme"]["language"], env.page.file.src_uri.removesuffix(".md")
    source = env.page.file.content_string
    try:
        found = calls(source, f"docs/{language}/{name}.md")
        there = here(name, language, source) if is_walked(name) or _needs_walkthrough(found) else None
        _texts[:] = _said(found, there, f"docs/{language}/{name}.md", language)
    except Problem as problem:
        raise BadPage(str(problem)) from None
    notes = [_old(env.page.url, language)] if is_old(language, name) else []
    if there:
        notes += [
            _lacks(engine, there.walkthrough.reference, language)
            for engine in NEWEST_FIRST
            if not there.walkthrough.is_for(engine)
        ]
    foot = takeaway.foot(name, language, there and there.walkthrough, bool(there) and _varies(there, found))
    if foot:
        env.markdown = f"{env.markdown.rstrip()}\n\n{foot}\n"
    if notes:
        said = "\n\n".join(notes)
        env.markdown = re.sub(r"^(# .*\n)", rf"\1\n{said}\n", env.markdown, count=1, flags=re.M)


def on_post_page_macros(env) -> None:
    """Write a page as published, where the build asks for it (the hook that mkdocs-macros-plugin calls after each
    page)."""
    if PUBLISHED in os.environ:
        file = Path(os.environ[PUBLISHED]) / env.conf["theme"]["language"] / env.page.file.src_uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{env.markdown.rstrip()}\n", "utf-8")


def _needs_walkthrough(found: list[Call]) -> bool:
    return any(call.macro not in PAGELESS for call in found)


def _varies(there: Here, found: list[Call]) -> bool:
    """Whether a page says something else on some engines."""
    variants = any(snippet.is_variant for snippet in there.walkthrough.snippets.values())
    return variants or any(call.macro == "on" for call in found)


def _said(found: list[Call], there: Here | None, page: str, language: str) -> list[str]:
    """What each call says, as it stands in its place. Raises Problem (`docs/…:line: …`) for each that cannot say it."""
    say = {
        "step": lambda call: blocks.step(there, call.name),
        "topology": lambda call: blocks.topology(there, call.name),
        "lab": lambda _: card.lab(there),
        "status": lambda _: table(standings(), language, today()),
        "on": lambda call: sentence(call.name.split(" "), call.text),
    }
    texts, faults = [], []
    for call in found:
        try:
            texts.append(say[call.macro](call))
        except Problem as problem:
            faults.append(f"{page}:{call.line}: {problem}")
    if faults:
        raise Problem("\n".join(faults))
    if there:
        texts = blocks.leading_to_the_sdk(texts, there)
    return [placed(text, call.prefix) for text, call in zip(texts, found)]


def _old(url: str, language: str) -> str:
    """The warning that the English page at `url` has changed since this translation of it."""
    address = "../" * (url.count("/") + 1) + url
    return f'<p class="old-translation">{PAGE[language]["old"].format(address)}</p>'


def _lacks(engine: str, shown: str, language: str) -> str:
    """What the reader of a page is told whose engine has not what the page is about."""
    told = PROOF[language]["lacks"].format(engine, shown)
    return f"<p class='lacks {' '.join(classes([engine]))}'>{told}</p>"
