"""Reuse: a track that a run has proven is not proven again while all that its receipt stands on is as it was."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from overnet import images, registry
from overnet.receipts import Receipt
from overnet.status import Standing
from overnet.walkthrough import ROOT, Walkthrough, load_all

# What shows proofs and does not make any: an edit there leaves the receipts good.
_SHOWS = ("__main__", "bench", "changes", "description", "diagram", "fence", "ledger", "macros", "marks", "mermaid", "npm", "proof", "prose", "publish",
          "render", "report", "samples", "search", "stray", "takeaway", "translation", "words")  # fmt: skip


def _code() -> str:
    """SHA-256 of the code that runs pages and judges them, and of the versions of what it is built on."""
    package = Path(__file__).parent
    files = [
        *package.glob("*.py"),
        *(package / "host").glob("*"),
        *(package / "guest").glob("*"),
        ROOT / "requirements.txt",
    ]
    kept = sorted(file for file in files if file.is_file() and file.stem not in _SHOWS)
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in kept)).hexdigest()


CODE = _code()  # as this process was started with it


def harness(walkthrough: Walkthrough, found: Mapping[str, dict], engine: str) -> str:
    """SHA-256 of what a proof stands on beside the page: the code, the engine's host image, and the page's images, of which
    `found` has the digests (see registry.fill)."""
    digests = [found[image]["digest"] for image in sorted(walkthrough.images)]
    return hashlib.sha256("\0".join([CODE, images.key(engine), *digests]).encode()).hexdigest()


def reusable(standings: Iterable[Standing]) -> list[Standing]:
    """Those of the tracks that need no new proof: proven as they stand now, by this harness, on images that are still
    the cache's."""
    found, walkthroughs = registry.filled(), {walkthrough.name: walkthrough for walkthrough in load_all()}
    return [
        one
        for one in standings
        if one.state == "proven"
        and isinstance(one.record, Receipt)
        and set(walkthroughs[one.page].images) <= set(found)
        and one.record.harness == harness(walkthroughs[one.page], found, one.engine)
    ]
