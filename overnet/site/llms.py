"""What language models read of the site, by the convention of llmstxt.org: `llms.txt` lists the pages as Markdown, and
`llms-full.txt` has the text of all of them, as it is on the engine that this build shows first."""

import re
from collections.abc import Iterator
from pathlib import Path

from overnet.pages.published import LANGUAGES, Page
from overnet.site import by_engine
from overnet.site.sources import FOLDERS, config

RECEIPT = re.compile(r'^( *)\?\?\?\+? (?:receipt|head|failure)[^"]*"(.*)"\n(?:\n|\1    .*\n)+', re.MULTILINE)
FENCE = re.compile(r"^( *`{3,})\{\s*\.(\w+)[^}]*\}$", re.MULTILINE)
ATTRIBUTES = re.compile(r"^ *\{ [.:].*\}\n|(?<=\S) *\{ ?#[\w-]+ *\}$| ?\{ ?data-[^}]*\}", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
NO_TEXT = ("#", ">", "|", "```", "<", "?", "!", " ")  # how a part of a page begins that is no paragraph
SENTENCE = re.compile(r".*?(?:[.?!](?=\s)|[。？！]|$)", re.DOTALL)


def files(pages: list[Page], language: str) -> dict[str, str]:
    """The text of each of these files, by its name, for one language of the published `pages`."""
    settings = config(language)
    named = {page.name: page for page in pages if page.language == language}
    head = f"# {settings['site_name']}\n\n> {settings['site_description']}\n"
    lists, texts = [head], [head]
    nav = settings.get("nav") or [{name: f"{name}.md"} for name in named]  # as MkDocs does
    for section, entries in _sections(nav):
        lines = [f"- [{title}]({name}.md): {summary(named[name].text)}" for title, name in entries]
        lists.append("\n".join([f"## {section}\n", *lines, ""]))
        texts += [f"<!-- {name}.md -->\n\n{plain(named[name].text)}" for _, name in entries]
    root = Path(".." if FOLDERS[language] else "")
    others = [(other, root / FOLDERS[other] / "llms.txt") for other in LANGUAGES if other != language]
    lists.append("\n".join(["## Optional\n", *(f"- [{other}]({file})" for other, file in others), ""]))
    return {"llms.txt": "\n".join(lists), "llms-full.txt": "\n".join(texts)}


def plain(published: str) -> str:
    """Published Markdown on the engine that is shown first, without transcripts of runs and without what only a page's
    HTML needs."""
    text = by_engine.only(by_engine.default(), published)
    return ATTRIBUTES.sub("", FENCE.sub(r"\1\2", RECEIPT.sub(r"\1\2\n\n", text))).strip() + "\n"


def summary(published: str) -> str:
    """The first sentence of a page."""
    paragraph = next((part for part in published.split("\n\n") if part and not part.startswith(NO_TEXT)), "")
    return SENTENCE.match(LINK.sub(r"\1", plain(paragraph)).strip())[0].replace("\n", " ")


def _sections(nav: list[dict]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The sections of a navigation, each with the titles and the names of its pages; a page that is in none is a
    section."""
    for entry in nav:
        [(title, inside)] = entry.items()
        listed = inside if isinstance(inside, list) else [entry]
        yield title, [(name, path.removesuffix(".md")) for one in listed for name, path in one.items()]
