"""What pages say of their proof, as Markdown: the line and the sum at a page's head, and the state of a track."""

from collections.abc import Sequence

from overnet.counted import counted
from overnet.engines import NEWEST_FIRST
from overnet.pages.published import FAILURE
from overnet.receipts.status import Standing
from overnet.receipts.store import Failure, Receipt, sums
from overnet.site.by_engine import sentence
from overnet.site.words import PROOF
from overnet.snippets.escapes import printable

CHANGED = "a file that has changed"


def line(standings: Sequence[Standing], language: str) -> str:
    """On which engines a page is proven: inline, and for each engine what its reader asks first."""
    words, told = PROOF[language], []
    engines = [engine for engine in NEWEST_FIRST if of_engine(standings, engine)]
    proven = [engine for engine in engines if all(one.state == "proven" for one in of_engine(standings, engine))]
    for engine in engines:
        own, others = of_engine(standings, engine), [one for one in proven if one != engine]
        if engine in proven:
            text = f"✓ {words['here'].format(engine, min(one.record.when for one in own)[:10])}"
        else:
            text = f"○ {words['not in' if own[0].state == 'absent' else 'not here'].format(engine)}"
            if 0 < len(tracks := [one.track for one in own if one.is_owed]) < len(own):
                text += words["in brackets"].format(words["and"].join(tracks))
        if others:
            text += f" · {words['also on' if engine in proven else 'but on'].format(words['and'].join(others))}"
        told.append(sentence([engine], text, "proof" if engine in proven else "proof unproven"))
    return "".join(told)


def of_engine(standings: Sequence[Standing], engine: str) -> list[Standing]:
    return [one for one in standings if one.engine == engine]


def head(standings: Sequence[Standing], language: str) -> str:
    """The sum of a page's proof: a paragraph for each engine, and one about stand-in images."""
    words = PROOF[language]
    paragraphs = [_on(engine, own, language) for engine in NEWEST_FIRST if (own := of_engine(standings, engine))]
    stand_ins = {image: None for one in standings if isinstance(one.record, Receipt) for image in one.record.stand_ins}
    if stand_ins:
        images = words["and"].join(f"`{image}`" for image in stand_ins)
        paragraphs.append(words["stand-in note"].format(images=images) + "\n{ .proof .note }")
    return "\n\n".join(paragraphs)


def _on(engine: str, standings: Sequence[Standing], language: str) -> str:
    """How the tracks of a page stand on one engine: each state once."""
    words = PROOF[language]
    told: dict[str, list[str]] = {}
    for one in standings:
        sums = f" · {counts(one.record, language)}" if isinstance(one.record, Receipt) else ""
        told.setdefault(state_of(one, words) + sums, []).append(one.track)
    version = next((one.record.version for one in standings if isinstance(one.record, Receipt)), engine)
    parts = [f"{words['and'].join(tracks)} {state}" for state, tracks in told.items()]
    states = {one.state for one in standings}
    classes = {"proven": ".proof", "absent": ".proof .note"}.get("".join(states), ".proof .unproven")
    return f"**Engine {version}** {' · '.join(parts)}\n{{ {classes} }}"


def counts(record: Receipt, language: str) -> str:
    told = {f"{what}s": counted(number, what, language) for what, number in sums([record]).items()}
    return PROOF[language]["counts"].format(**told, seconds=record.seconds)


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
