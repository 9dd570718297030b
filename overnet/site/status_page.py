"""The status page's body, as Markdown."""

import re
from collections.abc import Sequence
from datetime import date

from overnet.project import ROOT
from overnet.receipts.status import DAYS, Standing, elsewhere, on_reference
from overnet.receipts.store import Failure, Receipt
from overnet.site import proof
from overnet.site.markup import folded
from overnet.site.words import PROOF
from overnet.snippets.escapes import printable


def table(standings: Sequence[Standing], language: str, day: date) -> str:
    """The status page's body: a row for each page and track, then what the failed runs said."""
    words = PROOF[language]
    rows = [words["columns"], "| --- " * 6 + "|"]
    found = on_reference(standings)
    for one in found:
        mark = "proven" if one.state == "proven" else "unproven"
        ran = ""
        if isinstance(one.record, Receipt):
            ran = f"{proof.counts(one.record, words)} · {words['stand-ins' if one.record.stand_ins else 'real images']}"
        cells = [
            f"[{_title(one.page, language)}]({one.page}.md)",
            one.track,
            one.record.version if isinstance(one.record, Receipt) else "",
            f"{proof.state_of(one, words)} {{ .state .{mark} }}",
            ran,
            proof.on_others(elsewhere(one, standings), words),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    failed = [
        folded("failure", f"{one.page} ({one.track}, {one.engine})", printable(one.record.text), proof.FAILURE)
        for one in standings
        if isinstance(one.record, Failure)
    ]
    proven = sum(one.state == "proven" for one in found)
    total = words["total"].format(proven=proven, tracks=len(found), day=day, days=DAYS)
    return "\n\n".join([total, "\n".join(rows), *failed])


def _title(page: str, language: str) -> str:
    """The heading of a page, without its id."""
    heading = re.search(r"^# (.*?)\s*(\{.*\})?$", (ROOT / "docs" / language / f"{page}.md").read_text("utf-8"), re.M)
    return heading[1] if heading else page
