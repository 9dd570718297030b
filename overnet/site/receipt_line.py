"""The receipt under each block, as Markdown: what the last runs proved of it."""

from overnet.pages.published import TRANSCRIPT
from overnet.receipts.status import age, too_old
from overnet.receipts.store import Block, Exchange, Failure, Receipt, Record
from overnet.site import forge
from overnet.site.by_engine import default
from overnet.site.here import Here
from overnet.site.markup import folded, indented
from overnet.site.words import PROOF
from overnet.snippets.escapes import printable
from overnet.snippets.snippet import TOPOLOGY, TRACKS, Snippet
from overnet.snippets.walkthrough import Walkthrough


def receipt(snippet: Snippet, here: Here) -> str:
    """What the last run of each track that has `snippet` proved of it on the default engine, or, if none did there, on
    its own: a line that opens to the run's transcript, or a line that says that it is not proven, and why; with a mark
    on its engine, where others do something else."""
    proven = proven_on(snippet, here)
    engine = default() if default() in proven else snippet.engine
    whole = {one.track: one for one in here.standings if one.engine == engine}
    tracks = [track for track in TRACKS if track in whole and snippet.kind in (track, TOPOLOGY)]
    records = {track: record for track in tracks if (record := whole[track].record)}
    proofs = {
        track: (record, block)
        for track, record in records.items()
        if isinstance(record, Receipt) and (block := record.block(snippet))
    }
    words = PROOF[here.language]
    report = forge.report(here.walkthrough.name, here.language, snippet.path, engine)
    if not proofs:
        text = _sentence(f"{words['not proven']}{words['colon']}{_missing(snippet, records, words)}")
        text = " · ".join(part for part in (text, report) if part)
        return f"{f'**Engine {snippet.engine}** ' if _varies(snippet, here) else ''}{text}\n{{ .receipt .unproven }}"
    newest, block = max(proofs.values(), key=lambda proof: proof[0].when)
    alike = {
        track: proof
        for track, (record, proof) in proofs.items()
        if (record.when[:10], record.version) == (newest.when[:10], newest.version)
    }
    parts = _parts(newest, block, list(alike), here)
    if _varies(snippet, here):
        parts[1] = f"**{parts[1]}**"
    if any(whole[track].state == "changed" for track in alike):
        parts.append(words["alone"])
    if others := [one for one in proven if one != engine]:
        parts.append(words["also on"].format(words["and"].join(others)))
    transcript = "\n\n".join(
        (f"# {track}\n" if len(alike) > 1 else "") + _transcript(snippet, here.walkthrough, proof)
        for track, proof in alike.items()
    )
    classes = f"receipt{' unproven' if too_old(newest, here.day) else ''}"
    line = folded(classes, " · ".join(parts), transcript, TRANSCRIPT)
    return f"{line}\n\n{indented(report)}" if report else line


def _varies(snippet: Snippet, here: Here) -> bool:
    """Whether this is what one of several engines does."""
    return snippet.is_variant or bool(here.walkthrough.variants(snippet))


def _parts(record: Receipt, block: Block, tracks: list[str], here: Here) -> list[str]:
    """When, on which engine, in which tracks, how long, on which images, and how often a read said something else."""
    words, day = PROOF[here.language], record.when[:10]
    said = words["too old" if too_old(record, here.day) else "proven"].format(day=day, days=age(record, here.day))
    took = words["waited" if block.waited >= 0.1 else "seconds"].format(block.seconds, block.waited)
    parts = [_sentence(said), f"Engine {record.version}", words["and"].join(tracks), took]
    if record.images:
        parts.append(words["stand-ins" if record.stand_ins else "real images"])
    if block.otherwise:
        parts.append(words["otherwise" if block.otherwise > 1 else "once otherwise"].format(block.otherwise))
    return parts


def proven_on(snippet: Snippet, here: Here) -> list[str]:
    """The engines on which a run proved this very text."""
    records = [one.record for one in here.standings if isinstance(one.record, Receipt)]
    return list(dict.fromkeys(one.engine for one in records if one.block(snippet) and not too_old(one, here.day)))


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


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
