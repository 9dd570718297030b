"""The home page's showcase: what a block, its receipt and a measured diagram are, as another page has them, and the sum
of what the last runs proved."""

import re
from collections.abc import Sequence
from pathlib import Path

from overnet.counted import counted
from overnet.receipts.status import Standing
from overnet.receipts.store import Receipt, sums
from overnet.site import by_engine
from overnet.site.sources import FOLDERS
from overnet.site.words import PROOF

PLACE = '<div class="showcase"></div>'  # in the home page
PAGE, BLOCK = "network/dns", "network/dns/alias.console"
SHOWN = re.compile(
    rf'<div class="session" data-snippet="{re.escape(BLOCK)}">.*?</pre></div></div>\s*'
    r"<(?P<tag>details|p) class=\"receipt.*?</(?P=tag)>",
    re.DOTALL,
)
DIAGRAM = re.compile(r'<figure class="diagram".*?</figure>', re.DOTALL)
SAMPLES = re.compile(r'</?(?:data|var)\b[^>]*>|(?<= data-samples=")[^"]*(?=")')  # whose hints are on their own page


def fill(site: Path) -> None:
    """Fill the showcase of each language's home page in the built `site`, if it has one; the diagram has been drawn,
    or is left out."""
    for language, folder in FOLDERS.items():
        home = site / folder / "index.html"
        front = home.read_text("utf-8") if home.exists() else ""
        if PLACE not in front:
            continue
        text = (site / folder / PAGE / "index.html").read_text("utf-8")
        block, diagram = SHOWN.search(text)[0], DIAGRAM.search(text)[0]
        parts = [
            f"<div>{block}</div>",
            diagram if "<svg" in diagram else "",
            f'<p class="numbers">{numbers(by_engine.standings(), language)}</p>',
        ]
        shown = SAMPLES.sub("", "".join(parts)).replace('data-samples=""', 'data-samples="{}"')
        home.write_text(front.replace(PLACE, f'<div class="showcase">{shown}</div>', 1), "utf-8")


def numbers(standings: Sequence[Standing], language: str) -> str:
    """What is proven on the engine that is shown first, as HTML; a page counts if all its tracks are."""
    words, engine = PROOF[language], by_engine.default()
    here = [one for one in standings if one.engine == engine]
    found = [one for one in here if one.state == "proven"]
    halves = {one.page for one in here if one.is_owed}
    records = [one.record for one in found if isinstance(one.record, Receipt)]
    if not records:
        return words["nothing yet"]
    counts = {"page": len({one.page for one in found} - halves), **sums(records)}
    return words["numbers"].format(
        **{f"{what}s": counted(number, what, language, "<b>{}</b>") for what, number in counts.items()},
        version=records[0].version,
        day=max(record.when for record in records)[:10],
    )
