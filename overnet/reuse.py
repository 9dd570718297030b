"""Reuse: a track that a run has proven is not proven again while all that its receipt stands on is as it was."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from overnet import images, registry
from overnet.receipts import Receipt
from overnet.status import Standing
from overnet.walkthrough import ROOT, Walkthrough, load

# What shows proofs and does not make any: an edit there leaves the receipts good.
_SHOWS = ("__main__", "bench", "changes", "description", "diagram", "fence", "ledger", "macros", "marks", "mermaid", "npm", "proof", "prose", "publish",
          "render", "report", "samples", "search", "stray", "takeaway", "translation", "words")  # fmt: skip


def _code() -> str:
    """SHA-256 of the code that runs pages and judges them, and of the versions of what it is built on."""
    package = Path(__file__).parent
    files = [*package.glob("*.py"), *(package / "host").glob("*"), ROOT / "requirements.txt"]
    kept = sorted(file for file in files if file.is_file() and file.stem not in _SHOWS)
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in kept)).hexdigest()


CODE = _code()  # as this process was started with it


def harness(walkthrough: Walkthrough, found: Mapping[str, dict], engine: str) -> str:
    """SHA-256 of what a proof stands on beside the page: the code, the engine's host image, and the page's images, of which
    `found` has the digests (see registry.fill)."""
    digests = [found[image]["digest"] for image in sorted(walkthrough.images)]
    return hashlib.sha256("\0".join([CODE, images.key(engine), *digests]).encode()).hexdigest()


def reusable(standing: Standing) -> bool:
    """Whether the track needs no new proof: it is proven as it stands now, by this harness, on images that are still
    the cache's."""
    if standing.state != "proven" or not isinstance(standing.record, Receipt):
        return False
    walkthrough, found = load(standing.page), registry.filled()
    known = set(walkthrough.images) <= set(found)
    return known and standing.record.harness == harness(walkthrough, found, standing.engine)
