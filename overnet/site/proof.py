"""What pages say of their proof, as Markdown: the receipt under each block, the sum at a page's head, the status page."""

import re
from collections.abc import Sequence
from datetime import date

from overnet.engines import REFERENCE
from overnet.project import ROOT
from overnet.receipts.status import DAYS, Standing, age, elsewhere, on_reference, too_old
from overnet.receipts.store import Block, Exchange, Failure, Receipt, Record, printable
from overnet.site.words import PROOF
from overnet.snippets.walkthrough import TOPOLOGY, TRACKS, Snippet, Walkthrough

TRANSCRIPT, FAILURE = "what the last run sent and got", "what the failed run said"
CHANGED = "a file that has changed"


def on_engine(engine: str, language: str) -> str:
    """What a variant is called on the page."""
    return PROOF[language]["on engine"].format(engine)


def receipt(snippet: Snippet, walkthrough: Walkthrough, page: Sequence[Standing], language: str, day: date) -> str:
    """What the last run of each track that has `snippet` proved of it on its engine: a line that opens to the run's
    transcript, or a line that says that it is not proven, and why. `page` are the standings of the page."""
    words = PROOF[language]
    whole = {one.track: one for one in page if one.engine == snippet.engine}
    tracks = [track for track in TRACKS if track in whole and snippet.kind in (track, TOPOLOGY)]
    records = {track: record for track in tracks if (record := whole[track].record)}
    proofs = {
        track: (record, block)
        for track, record in records.items()
        if isinstance(record, Receipt) and (block := record.block(snippet))
    }
    if not proofs:
        text = _sentence(f"{words['not proven']}{words['colon']}{_missing(snippet, records, words)}")
        return f"{text}\n{{ .receipt .unproven }}"
    newest, block = max(proofs.values(), key=lambda proof: proof[0].when)
    alike = {
        track: proof
        for track, (record, proof) in proofs.items()
        if (record.when[:10], record.version) == (newest.when[:10], newest.version)
    }
    old = too_old(newest, day)
    parts = [
        _sentence(words["too old" if old else "proven"].format(day=newest.when[:10], days=age(newest, day))),
        f"Engine {newest.version}",
        words["and"].join(alike),
        words["waited" if block.waited >= 0.1 else "seconds"].format(block.seconds, block.waited),
    ]
    if newest.images:
        parts.append(words["stand-ins" if newest.stand_ins else "real images"])
    if any(whole[track].state == "changed" for track in alike):
        parts.append(words["alone"])
    if others := _also(snippet, page, day):
        parts.append(words["also on"].format(words["and"].join(others)))
    transcript = "\n\n".join(
        (f"# {track}\n" if len(alike) > 1 else "") + _transcript(snippet, walkthrough, proof)
        for track, proof in alike.items()
    )
    return _details(f"receipt{' unproven' if old else ''}", " · ".join(parts), transcript, TRANSCRIPT)


def _also(snippet: Snippet, page: Sequence[Standing], day: date) -> list[str]:
    """The other engines on which a run proved this very text."""
    records = [one.record for one in page if one.engine != snippet.engine and isinstance(one.record, Receipt)]
    return list(dict.fromkeys(one.engine for one in records if one.block(snippet) and not too_old(one, day)))


def _missing(snippet: Snippet, records: dict[str, Record], words: dict[str, str]) -> str:
    if failures := [record for record in records.values() if isinstance(record, Failure)]:
        return words["failed here" if any(failure.here for failure in failures) else "nothing ran it"]
    others = [block for record in records.values() if isinstance(record, Receipt) for block in record.blocks]
    return words["other text" if any(block.snippet == snippet.path for block in others) else "no run"]


def _transcript(snippet: Snippet, walkthrough: Walkthrough, block: Block) -> str:
    several = len(walkthrough.hosts) > 1
    return printable("\n".join(_shown(snippet.kind, exchange, several) for exchange in block.exchanges))


def _shown(kind: str, exchange: Exchange, several: bool) -> str:
    got = exchange.got.rstrip("\n").split("\n") if exchange.got.strip() else []
    if kind == TOPOLOGY:
        return "\n".join(got)
    if kind == "Shell":
        prompt = f"{exchange.host if several else ''}$ "
        return "\n".join([prompt + exchange.sent.replace("\n", "\n> "), *got])
    return "\n".join([*([f"# {exchange.host}"] if several else []), exchange.sent, *(f"#> {line}" for line in got)])


def head(standings: Sequence[Standing], language: str) -> str:
    """The sum of a page's proof: a paragraph for each track, one about other engines, and one about stand-in images."""
    words = PROOF[language]
    paragraphs = []
    for one in on_reference(standings):
        classes = ".proof" if one.state == "proven" else ".proof .unproven"
        parts = [f"**{one.track}** {_state(one, words)}"]
        if isinstance(one.record, Receipt):
            parts += [f"Engine {one.record.version}", _counts(one.record, words)]
        paragraphs.append(" · ".join(parts) + f"\n{{ {classes} }}")
    if others := _others([one for one in standings if one.engine != REFERENCE], words):
        paragraphs.append(f"{words['others']}{words['colon']}{others}\n{{ .proof .note }}")
    stand_ins = {image: None for one in standings if isinstance(one.record, Receipt) for image in one.record.stand_ins}
    if stand_ins:
        images = words["and"].join(f"`{image}`" for image in stand_ins)
        paragraphs.append(words["stand-in note"].format(images=images) + "\n{ .proof .note }")
    return "\n\n".join(paragraphs)


def _others(standings: Sequence[Standing], words: dict[str, str]) -> str:
    """How tracks stand on other engines: each state once, after the engines and, where they differ, the tracks."""
    tracks: dict[tuple[str, str], list[str]] = {}
    for one in standings:
        tracks.setdefault((one.engine, _state(one, words)), []).append(one.track)
    count = len({one.track for one in standings})
    told: dict[str, list[str]] = {}
    for (engine, state), which in tracks.items():
        name = engine if len(which) == count else f"{engine} ({words['and'].join(which)})"
        told.setdefault(state, []).append(name)
    return " · ".join(f"{words['and'].join(names)} {state}" for state, names in told.items())


def _counts(record: Receipt, words: dict[str, str]) -> str:
    return words["counts"].format(
        blocks=len(record.blocks), commands=record.commands, outputs=record.outputs, seconds=record.seconds
    )


def _state(one: Standing, words: dict[str, str]) -> str:
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


def table(standings: Sequence[Standing], language: str, day: date) -> str:
    """The status page's body: a row for each page and track, then what the failed runs said."""
    words = PROOF[language]
    rows = [words["columns"], "| --- " * 6 + "|"]
    found = on_reference(standings)
    for one in found:
        mark = "proven" if one.state == "proven" else "unproven"
        ran = ""
        if isinstance(one.record, Receipt):
            ran = f"{_counts(one.record, words)} · {words['stand-ins' if one.record.stand_ins else 'real images']}"
        cells = [
            f"[{_title(one.page, language)}]({one.page}.md)",
            one.track,
            one.record.version if isinstance(one.record, Receipt) else "",
            f"{_state(one, words)} {{ .state .{mark} }}",
            ran,
            _others(elsewhere(one, standings), words),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    failed = [
        _details("failure", f"{one.page} ({one.track}, {one.engine})", printable(one.record.text), FAILURE)
        for one in standings
        if isinstance(one.record, Failure)
    ]
    proven = sum(one.state == "proven" for one in found)
    total = words["total"].format(proven=proven, tracks=len(found), day=day, days=DAYS)
    return "\n\n".join([total, "\n".join(rows), *failed])


def _title(page: str, language: str) -> str:
    """The heading of a page, without its id."""
    heading = re.search(r"^# (.*?)\s*(\{.*\})?$", (ROOT / "docs" / language / f"{page}.md").read_text(), re.M)
    return heading[1] if heading else page


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _details(classes: str, title: str, text: str, excuse: str) -> str:
    """A fence that is out of sight until it is opened, and out of the search."""
    fence = fenced(f'.text .no-copy data-excuse="{excuse}" data-search-exclude="1"', text)
    return f'??? {classes} "{title}"\n\n{indented(fence)}'


def indented(text: str) -> str:
    """`text` as what is inside a tab or an admonition."""
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def fenced(attributes: str, text: str) -> str:
    """A code fence of as many backticks as `text` needs."""
    marks = "`" * max(3, 1 + max((len(run) for run in text.split() if set(run) == {"`"}), default=0))
    return f"{marks}{{{attributes}}}\n{text}\n{marks}"
