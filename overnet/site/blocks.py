"""The blocks of a page, as Markdown: a step, and a measured diagram, each with what is proven of it."""

import posixpath
from collections.abc import Callable

from overnet.engines import NEWEST_FIRST
from overnet.errors import Problem
from overnet.project import DOCS
from overnet.site import by_engine
from overnet.site.here import Here
from overnet.site.markup import fenced, indented
from overnet.site.receipt_line import proven_on, receipt
from overnet.site.words import PAGE, PROOF
from overnet.snippets.fences import cell_fences, fences_of
from overnet.snippets.snippet import TOPOLOGY, Snippet
from overnet.snippets.walkthrough import Walkthrough
from overnet.topology import changes
from overnet.topology.description import words
from overnet.topology.facts import Topology, parse

SDK = "reference/python-sdk"  # the page on it
PYTHON = '=== "Python"\n\n'


def step(here: Here, name: str) -> str:
    """The fences of one step: as tabs where both tracks have it. Raises Problem if there is no such step."""
    found = here.walkthrough.step(name)
    bodies = [_versions(snippet, here, _block) for snippet in found]
    if len(bodies) == 1:
        return bodies[0]
    return "\n\n".join(f'=== "{snippet.kind}"\n\n{indented(body)}' for snippet, body in zip(found, bodies))


def leading_to_the_sdk(texts: list[str], here: Here) -> list[str]:
    """The texts of a page's calls, of which the first with a tab for Python says there what that needs, if the site has
    the page on it."""
    name = here.walkthrough.name
    first = next((number for number, text in enumerate(texts) if PYTHON in text), None)
    if first is None or name == SDK or not (DOCS / here.language / f"{SDK}.md").exists():
        return texts
    page = posixpath.relpath(f"{SDK}.md", posixpath.dirname(name))
    said = f"{PAGE[here.language]['sdk'].format(f'{page}#install')}\n{{ .sdk }}"
    leading = texts[first].replace(PYTHON, f"{PYTHON}{indented(said)}\n\n", 1)
    return [*texts[:first], leading, *texts[first + 1 :]]


def topology(here: Here, name: str) -> str:
    """A measured diagram, what changed if it follows another one, its words, and its receipt. Raises Problem if there
    is no such diagram, or if it cannot follow the other one."""
    [snippet] = here.walkthrough.step(name, [TOPOLOGY])
    return _versions(snippet, here, _diagram)


def _diagram(snippet: Snippet, here: Here) -> str:
    facts = parse(snippet.text)
    [earlier] = here.walkthrough.step(facts.since, [TOPOLOGY]) if facts.since else [None]
    if earlier:
        earlier = here.walkthrough.on(snippet.engine, earlier)
    told = "\n".join(f"    - {sentence}" for sentence in words(facts, here.language))
    parts = [
        fences(snippet, here.walkthrough, here.language, earlier),
        *([_changed(snippet.step, parse(earlier.text), facts, here)] if earlier else []),
        f'??? note "{PAGE[here.language]["words"]}"\n\n{told}',
        receipt(snippet, here),
    ]
    return "\n\n".join(part for part in parts if part)


def _changed(name: str, before: Topology, after: Topology, here: Here) -> str:
    """What the diagram `name` shows that the one before does not."""
    if before.view != after.view:
        raise Problem(f"'{name}' and '{after.since}' are different views")
    changed = " ".join(changes.words(before, after, here.language))
    return f"{changed}\n{{ .changes }}" if changed else ""


def _block(snippet: Snippet, here: Here) -> str:
    return f"{fences(snippet, here.walkthrough, here.language)}\n\n{receipt(snippet, here)}"


def _versions(snippet: Snippet, here: Here, body: Callable[[Snippet, Here], str]) -> str:
    """What a snippet is on each engine: that on the default first, the others out of sight until they are opened, or
    their engine is chosen. What is the same on all stands for itself."""
    variants = here.walkthrough.variants(snippet)
    if not variants:
        return body(snippet, here)
    words, own = PROOF[here.language], [one.engine for one in variants]
    shared = [engine for engine in NEWEST_FIRST if engine not in own]
    versions = [
        (snippet, shared, list(dict.fromkeys([snippet.engine, *proven_on(snippet, here)]))),
        *((one, [one.engine], [one.engine]) for one in variants),
    ]
    parts = []
    for one, engines, named in sorted(versions, key=lambda version: by_engine.default() not in version[1]):
        mark = "???+" if by_engine.default() in engines else "???"
        title = words["on engine"].format(words["and"].join(named))
        parts.append(f'{mark} variant {" ".join(by_engine.classes(engines))} "{title}"\n\n{indented(body(one, here))}')
    return "\n\n".join(parts)


def fences(snippet: Snippet, walkthrough: Walkthrough, language: str, since: Snippet | None = None) -> str:
    """The fences that publish a snippet (their texts are those of snippets.fences_of)."""
    if snippet.kind != "Python":
        [text] = fences_of(snippet, language, since)
        more = f' data-since="{since.path}"' if since else ""
        return _fence(".console" if snippet.kind == "Shell" else ".mermaid", snippet, text, more)
    parts = []
    for cell in snippet.commands:
        title = f' title="{cell.host}"' if len(walkthrough.hosts) > 1 else ""
        source, *output = cell_fences(cell)
        parts.append(_fence(".python", snippet, source, title))
        parts += [_fence(".text .no-copy .output", snippet, text) for text in output]
    return "\n\n".join(parts)


def _fence(classes: str, snippet: Snippet, text: str, more: str = "") -> str:
    return fenced(f'{classes} data-snippet="{snippet.path}"{more}', text)
