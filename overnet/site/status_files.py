"""The status as files beside the pages: status.json for programs, badge.svg for a README."""

import json
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

from overnet.counted import counted
from overnet.engines import REFERENCE
from overnet.receipts.status import Standing, elsewhere, on_reference
from overnet.receipts.store import Failure, Receipt

GREEN, RED = "#1f7a3d", "#a33a2b"


def save(site: Path, everywhere: Sequence[Standing], day: date) -> None:
    """Write site/status.json and site/badge.svg, of which the badge is about the tracks that the reference can
    prove."""
    found = on_reference(everywhere)
    tracks = [{**_as_data(one), "others": [_as_data(other) for other in elsewhere(one, everywhere)]} for one in found]
    (site / "status.json").write_text(json.dumps({"built": str(day), "tracks": tracks}, indent=1) + "\n", "utf-8")
    states = [one.state for one in found if one.engine == REFERENCE]
    proven = states.count("proven")
    text, colour = f"{proven} of {counted(len(states), 'track')}, {day}", GREEN if proven == len(states) else RED
    (site / "badge.svg").write_text(badge("proven", text, colour), "utf-8")


def _as_data(one: Standing) -> dict:
    record = one.record
    data = {"page": one.page, "track": one.track, "engine": one.engine, "state": one.state}
    data |= {"changed": one.changed, "blocks": one.blocks}
    if record:
        data |= {"when": record.when, "kernel": record.kernel}
    if isinstance(record, Receipt):
        data |= {"version": record.version, "origin": record.origin, "images": record.images, "seconds": record.seconds}
        data |= {"commands": record.commands, "outputs": record.outputs}
    if isinstance(record, Failure):
        data["failure"] = record.text
    return data


def badge(label: str, text: str, colour: str) -> str:
    """A small sign, as SVG: `label` on grey, `text` on `colour`."""
    left, right = (7 * len(words) + 12 for words in (label, text))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{escape(label)}: {escape(text)}">'
        f'<rect width="{left}" height="20" fill="#444"/><rect x="{left}" width="{right}" height="20" fill="{colour}"/>'
        f'<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f'<text x="6" y="14" textLength="{left - 12}">{escape(label)}</text>'
        f'<text x="{left + 6}" y="14" textLength="{right - 12}">{escape(text)}</text></g></svg>\n'
    )
