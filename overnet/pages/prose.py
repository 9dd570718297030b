"""Checks the prose of the pages: headings with ids, the terms of terms.yml, the rules of rules.yml, and the spacing and
punctuation of Chinese.

What is in a code fence, in inline code or in a macro is no prose, but for a sentence of some engines. Spelling is
codespell's; Chinese typography is autocorrect's.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import autocorrect_py
import yaml

from overnet.pages.calls import ON
from overnet.pages.published import LANGUAGES
from overnet.project import DOCS, ROOT

TERMS = Path(__file__).parent / "terms.yml"
RULES = Path(__file__).parent / "rules.yml"
CODE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2|`[^`\n]*`|\[\[=.*?=\]\]|\]\([^)\s]*\)|<[^>\n]*>", re.M | re.S)
HEADING = re.compile(r"#{1,6} ")
HEADING_ID = re.compile(r"\{ ?#[a-z0-9-]+[^}]*\}$")


def faults(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The faults of one page's Markdown, each with its line (from 1).

    >>> list(faults("# Bridges {#bridges}\\n\\nA VxLAN tunnel\\n", "en"))
    [(3, "'VxLAN': write 'VXLAN'")]
    >>> list(faults("## Bridges\\n", "en"))
    [(1, 'this heading has no id in English, like {#clean-up}')]
    >>> list(faults("Docker的网络,有3个\\n", "zh"))
    [(1, "'Docker的网络,有3个': write 'Docker 的网络，有 3 个'")]
    """
    text = ON.sub(lambda sentence: sentence["text"], text)
    lines = _without_code(text).split("\n")
    for number, line in enumerate(lines, 1):
        if HEADING.match(line) and not HEADING_ID.search(line):
            yield number, "this heading has no id in English, like {#clean-up}"
        for pattern, right in _avoided(language):
            yield from ((number, f"'{found[0]}': write '{right}'") for found in pattern.finditer(line))
        for pattern, rule in _rules(language):
            yield from ((number, f"'{found[0]}': {rule}") for found in pattern.finditer(line))
    if language == "zh":
        for found in autocorrect_py.lint_for(text, "markdown").lines:
            yield found.line, f"'{found.old}': write '{found.new}'"


def _without_code(text: str) -> str:
    """The text with its code taken out, line by line as it was."""
    return CODE.sub(lambda found: "\n" * found[0].count("\n"), text)


@cache
def terms() -> list[dict]:
    """The terms of terms.yml: each in all languages, and what not to write for it."""
    return yaml.safe_load(TERMS.read_text("utf-8"))


@cache
def _avoided(language: str) -> list[tuple[re.Pattern, str]]:
    """What not to write in a language, and what to write for it."""
    avoided = {term[language]: term["avoid"][language] for term in terms() if language in term.get("avoid", {})}
    word = r"\b(?:{})\b" if language == "en" else "(?:{})"
    return [(re.compile(word.format("|".join(map(re.escape, words)))), right) for right, words in avoided.items()]


@cache
def _rules(language: str) -> list[tuple[re.Pattern, str]]:
    """What not to write in a language, and what to do about it."""
    rules = yaml.safe_load(RULES.read_text("utf-8"))
    return [(re.compile(rule["pattern"]), rule["say"]) for rule in rules if language in rule["in"]]


def lint() -> list[str]:
    """A line (`docs/…:line: …`) for each fault of each page."""
    return [
        f"{file.relative_to(ROOT)}:{line}: {text}"
        for language in LANGUAGES
        for file in sorted((DOCS / language).rglob("*.md"))
        for line, text in faults(file.read_text("utf-8"), language)
    ]
