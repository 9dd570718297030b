"""The status page's body, as Markdown: a matrix of pages and engines."""

import re
from collections.abc import Sequence
from datetime import date
from html import escape

from overnet.engines import NEWEST_FIRST, REFERENCE
from overnet.pages.published import FAILURE
from overnet.project import ROOT
from overnet.receipts.status import DAYS, Standing, owed
from overnet.receipts.store import Failure
from overnet.site import proof
from overnet.site.markup import folded, indented
from overnet.site.words import PROOF
from overnet.snippets.escapes import printable

SIGNS = {"proven": "✓", "absent": "–", "failed": "✗"}


def table(standings: Sequence[Standing], language: str, day: date) -> str:
    """The status page's body: a row for each page with a cell for each engine that has a run, in it a sign for each
    track; then why what is not proven is not, and what the failed runs said."""
    words = PROOF[language]
    by_engine = {engine: proof.of_engine(standings, engine) for engine in NEWEST_FIRST}
    ran = [name for name, found in by_engine.items() if name == REFERENCE or any(one.record for one in found)]
    shares = [_share(name, by_engine[name], words) for name in ran]
    pages: dict[str, list[Standing]] = {}
    for one in standings:
        pages.setdefault(one.page, []).append(one)
    rows = [f"| {' | '.join([words['page'], *ran])} |", "| --- " * (1 + len(ran)) + "|"]
    for page, found in pages.items():
        cells = [" ".join(_sign(one, words) for one in proof.of_engine(found, engine)) for engine in ran]
        rows.append(f"| {' | '.join([f'[{_title(page, language)}]({page}.md)', *cells])} |")
    return "\n\n".join(
        [
            words["total"].format(counts=words["and"].join(shares), day=day, days=DAYS),
            *(words["not run"].format(f"**{engine}**") for engine in NEWEST_FIRST if engine not in ran),
            f'<label><input type="checkbox" id="unproven-only"> {words["filter"]}</label>\n{{ .filter }}',
            "\n".join(['<div class="matrix" markdown>', "", *rows, "", "</div>"]),
            *(_reasons(engine, by_engine[engine], language) for engine in ran if owed(by_engine[engine])),
            *(
                folded("failure", f"{one.page} ({one.track}, {one.engine})", printable(one.record.text), FAILURE)
                for one in standings
                if isinstance(one.record, Failure)
            ),
        ]
    )


def _share(engine: str, standings: Sequence[Standing], words: dict[str, str]) -> str:
    """How many tracks are proven on an engine, of those that it has."""
    proven = sum(one.state == "proven" for one in standings)
    return words["share"].format(engine=engine, proven=proven, tracks=proven + len(owed(standings)))


def _sign(one: Standing, words: dict[str, str]) -> str:
    """A track on an engine, as a sign with its words."""
    state = re.sub(r"`|\{[^}]*\}", "", proof.state_of(one, words))
    told = escape(f"{one.track}, {one.engine}{words['colon']}{state}").replace("|", "&#124;")
    kind = "unproven" if one.is_owed else one.state
    return f'<span class="sign {kind}" role="img" aria-label="{told}" title="{told}">{SIGNS.get(one.state, "○")}</span>'


def _reasons(engine: str, standings: Sequence[Standing], language: str) -> str:
    """Why tracks are not proven on an engine, out of sight until it is opened."""
    words, found = PROOF[language], owed(standings)
    told = "\n".join(
        f"- [{_title(one.page, language)}]({one.page}.md), {one.track}{words['colon']}{proof.state_of(one, words)}"
        for one in found
    )
    return f'??? reasons "{words["reasons"].format(engine, len(found))}"\n\n{indented(told)}'


def _title(page: str, language: str) -> str:
    """The heading of a page, without its id."""
    heading = re.search(r"^# (.*?)\s*(\{.*\})?$", (ROOT / "docs" / language / f"{page}.md").read_text("utf-8"), re.M)
    return heading[1] if heading else page
