"""What pages say of their proof, as Markdown: the sum at a page's head, and the state of a track."""

from collections.abc import Sequence

from overnet.receipts.status import Standing, on_reference
from overnet.receipts.store import Failure, Receipt
from overnet.site.words import PROOF
from overnet.snippets.escapes import printable

FAILURE = "what the failed run said"
CHANGED = "a file that has changed"


def head(standings: Sequence[Standing], language: str) -> str:
    """The sum of a page's proof: a paragraph for each track, one about other engines, and one about stand-in images."""
    words = PROOF[language]
    paragraphs = []
    shown = on_reference(standings)
    for one in shown:
        classes = ".proof" if one.state == "proven" else ".proof .unproven"
        parts = [f"**{one.track}** {state_of(one, words)}"]
        if isinstance(one.record, Receipt):
            parts += [f"Engine {one.record.version}", counts(one.record, words)]
        paragraphs.append(" · ".join(parts) + f"\n{{ {classes} }}")
    if others := on_others([one for one in standings if one not in shown], words):
        paragraphs.append(f"{words['others']}{words['colon']}{others}\n{{ .proof .note }}")
    stand_ins = {image: None for one in standings if isinstance(one.record, Receipt) for image in one.record.stand_ins}
    if stand_ins:
        images = words["and"].join(f"`{image}`" for image in stand_ins)
        paragraphs.append(words["stand-in note"].format(images=images) + "\n{ .proof .note }")
    return "\n\n".join(paragraphs)


def on_others(standings: Sequence[Standing], words: dict[str, str]) -> str:
    """How tracks stand on other engines: each state once, after the engines and, where they differ, the tracks."""
    tracks: dict[tuple[str, str], list[str]] = {}
    for one in standings:
        tracks.setdefault((one.engine, state_of(one, words)), []).append(one.track)
    count = len({one.track for one in standings})
    told: dict[str, list[str]] = {}
    for (engine, state), which in tracks.items():
        name = engine if len(which) == count else f"{engine} ({words['and'].join(which)})"
        told.setdefault(state, []).append(name)
    return " · ".join(f"{words['and'].join(names)} {state}" for state, names in told.items())


def counts(record: Receipt, words: dict[str, str]) -> str:
    return words["counts"].format(
        blocks=len(record.blocks), commands=record.commands, outputs=record.outputs, seconds=record.seconds
    )


def state_of(one: Standing, words: dict[str, str]) -> str:
    """The state of a track, and the reason if it is not proven."""
    if one.state == "proven":
        return words["proven"].format(day=one.record.when[:10])
    if one.state == "old":
        return words["too old"].format(days=one.days)
    if one.state == "absent":
        return words["absent"]
    if one.state == "nowhere":
        return words["nowhere"].format(why=_told(one.record))
    return f"{words['not proven']}{words['colon']}{_reason(one, words)}"


def _reason(one: Standing, words: dict[str, str]) -> str:
    if isinstance(one.record, Failure):
        return words["failed"].format(day=one.record.when[:10]) + words["colon"] + _told(one.record)
    if one.changed:
        files = words["and"].join(_code(file, CHANGED) for file in one.changed[:3])
        more = words["more"].format(len(one.changed) - 3) if len(one.changed) > 3 else ""
        return words["changed"].format(day=one.record.when[:10], files=files + more)
    return words["no run"]


def _told(failure: Failure) -> str:
    told = printable(failure.text).split("\n")[0].replace("`", "'")
    return _code(told, FAILURE)


def _code(text: str, excuse: str) -> str:
    """Inline code, which need not be in a block of the page."""
    return f'`{text}`{{ data-excuse="{excuse}" }}'
