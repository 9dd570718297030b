"""The status of every page and track: what is proven as it stands now, and why the rest is not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from overnet.engines import NEWEST_FIRST, REFERENCE
from overnet.pages.calls import calls
from overnet.pages.published import LANGUAGES
from overnet.project import ROOT
from overnet.receipts import store
from overnet.receipts.store import Failure, Receipt, Record
from overnet.snippets.snippet import KINDS, TOPOLOGY, TRACKS, Snippet
from overnet.snippets.walkthrough import Walkthrough, load_all

DAYS = 30


@dataclass(frozen=True)
class Standing:
    """Where one track of one page stands on one engine. On the reference, that is where the page stands.

    `state` is "proven", "old" (longer ago than DAYS), "changed" (a run proved another text of it), "failed" (in the
    last run), "nowhere" (nothing in the last run could run it), "unproven" (no run) or "absent" (this engine has not
    what the page is about). `record` is what the last run left; `changed` are the files that a run has not proven as
    they are now; `blocks` how many snippets the track has; `days` the age of the record.
    """

    page: str
    track: str
    engine: str
    state: str
    record: Record | None
    changed: list[str]
    blocks: int
    days: int

    @property
    def key(self) -> tuple[str, str, str]:
        """Page, track and engine: what a run proves at once."""
        return self.page, self.track, self.engine

    @property
    def is_owed(self) -> bool:
        """Whether a proof of it is owed: the engine has what the page is about, and it is not proven as it stands."""
        return self.state not in ("proven", "absent")


def owed(standings: Iterable[Standing]) -> list[Standing]:
    """Those of which a proof is owed."""
    return [one for one in standings if one.is_owed]


def today() -> date:
    return datetime.now(UTC).date()


def age(record: Record, day: date) -> int:
    """How many days before `day` the run was."""
    return (day - datetime.fromisoformat(record.when).date()).days


def too_old(record: Record, day: date) -> bool:
    return age(record, day) > DAYS


def order(walkthrough: Walkthrough, track: str, source: str, engine: str = REFERENCE) -> list[Snippet]:
    """The snippets of one track on an engine, in the order in which the page, whose Markdown is `source`, calls
    them."""
    kinds = {"step": KINDS[track], "topology": KINDS[TOPOLOGY]}
    found = calls(source, f"docs/{LANGUAGES[0]}/{walkthrough.name}.md")
    files = [call.name + kinds[call.macro] for call in found if call.macro in kinds]
    return [walkthrough.on(engine, walkthrough.snippets[file]) for file in files if file in walkthrough.snippets]


def standing(
    walkthrough: Walkthrough,
    track: str,
    snippets: list[Snippet],
    record: Record | None,
    day: date,
    engine: str = REFERENCE,
) -> Standing:
    """Judge one track on an engine, whose `snippets` are in page order, by what the last run left. It is proven only if
    that run proved all of it: these texts, in this order, in such a lab."""
    state, changed, days = "unproven", [], age(record, day) if record else 0
    if not walkthrough.is_for(engine):
        state, record = "absent", None
    elif isinstance(record, Failure):
        state = "failed" if record.here else "nowhere"
    elif isinstance(record, Receipt):
        changed = _changed(walkthrough, snippets, record)
        state = "changed" if changed else "old" if too_old(record, day) else "proven"
    return Standing(walkthrough.name, track, engine, state, record, changed, len(snippets), days)


def _changed(walkthrough: Walkthrough, snippets: list[Snippet], receipt: Receipt) -> list[str]:
    files = [snippet.file for snippet in snippets if not receipt.block(snippet)]
    if receipt.lab != store.lab_digest(walkthrough):
        files.append(f"snippets/{walkthrough.name}/lab.yml")
    if not files and [snippet.path for snippet in snippets] != [block.snippet for block in receipt.blocks]:
        files.append(f"docs/{LANGUAGES[0]}/{walkthrough.name}.md")
    return files


def of_page(walkthrough: Walkthrough, source: str, day: date, engines: Iterable[str] = NEWEST_FIRST) -> list[Standing]:
    """The standing of each track that the page, whose Markdown is `source`, has, on each engine: by default on the
    reference and then on the others, the newest first."""
    tracks = [track for track in TRACKS if any(snippet.kind == track for snippet in walkthrough.snippets.values())]
    found = []
    for engine in engines:
        for track in tracks:
            record = store.read(walkthrough.name, track, engine)
            snippets = order(walkthrough, track, source, engine)
            found.append(standing(walkthrough, track, snippets, record, day, engine))
    return found


def of_all(
    day: date, engines: Iterable[str] = NEWEST_FIRST, walkthroughs: Iterable[Walkthrough] | None = None
) -> list[Standing]:
    """The standing of each track of each page on each engine, by page; of all pages, or those of these walkthroughs."""
    found = []
    for walkthrough in load_all() if walkthroughs is None else walkthroughs:
        page = ROOT / "docs" / LANGUAGES[0] / f"{walkthrough.name}.md"
        found += of_page(walkthrough, page.read_text("utf-8") if page.exists() else "", day, engines)
    return found


def on_reference(standings: Sequence[Standing]) -> list[Standing]:
    """Where each track stands on the reference; of a page whose subject that lacks, on the first engine that has it."""
    lacking = {(one.page, one.track) for one in standings if one.engine == REFERENCE and one.state == "absent"}
    found: dict[tuple[str, str], Standing] = {}
    for one in standings:
        track = (one.page, one.track)
        if one.state != "absent" if track in lacking else one.engine == REFERENCE:
            found.setdefault(track, one)
    return list(found.values())


def elsewhere(one: Standing, everywhere: Iterable[Standing]) -> list[Standing]:
    """The standings of the same track on the other engines."""
    return [
        other
        for other in everywhere
        if (other.page, other.track) == (one.page, one.track) and other.engine != one.engine
    ]
