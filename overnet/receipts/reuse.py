"""Reuse: a track that a run has proven is not proven again while all that its receipt stands on is as it was."""

import hashlib
from collections.abc import Iterable, Mapping

from overnet.labs import host_images, page_images
from overnet.project import ROOT
from overnet.receipts.status import Standing
from overnet.receipts.store import Receipt
from overnet.snippets.walkthrough import Walkthrough, load_all


def _code() -> str:
    """SHA-256 of what makes a proof, all of the package but site/, and of the versions of what it is built on."""
    package = ROOT / "overnet"
    made = [file for file in package.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    kept = sorted(file for file in made if package / "site" not in file.parents)
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in [*kept, ROOT / "requirements.txt"])).hexdigest()


CODE = _code()  # as this process was started with it


def harness(walkthrough: Walkthrough, found: Mapping[str, dict], engine: str) -> str:
    """SHA-256 of what a proof stands on beside the page: the code, the engine's host image, and the page's images, of
    which `found` has the digests (see page_images.fill)."""
    digests = [found[image]["digest"] for image in sorted(walkthrough.images)]
    return hashlib.sha256(
        "\0".join([CODE, host_images.key(engine), host_images.origin(engine), *digests]).encode()
    ).hexdigest()


def reusable(standings: Iterable[Standing]) -> list[Standing]:
    """Those of the tracks that need no new proof: proven as they stand now, by this harness, on images that are still
    the cache's."""
    found, walkthroughs = page_images.filled(), {walkthrough.name: walkthrough for walkthrough in load_all()}
    return [
        one
        for one in standings
        if one.state == "proven"
        and isinstance(one.record, Receipt)
        and set(walkthroughs[one.page].images) <= set(found)
        and one.record.harness == harness(walkthroughs[one.page], found, one.engine)
    ]
