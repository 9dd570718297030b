"""Receipts: what a run proved about each block. A run writes them, the site shows them, nothing else makes them."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from overnet.walkthrough import ROOT, Snippet

RECEIPTS = ROOT / "build" / "receipts"


@dataclass(frozen=True)
class Block:
    """One snippet as a run proved it. `digest` is the SHA-256 of its text; times are in seconds."""

    snippet: str
    digest: str
    commands: int
    outputs: int
    seconds: float
    waited: float


@dataclass(frozen=True)
class Receipt:
    """One track of one walkthrough as a run proved it, clean-up included.

    `when` is an ISO 8601 time in UTC; `engine` what `docker version` says of the hosts' Engine; `images` maps each
    image that the page needs to where it came from ("registry" or "stand-in").
    """

    walkthrough: str
    track: str
    when: str
    engine: str
    kernel: str
    images: dict[str, str]
    seconds: float
    blocks: list[Block]

    def block(self, snippet: Snippet) -> Block | None:
        """The proof of `snippet` as its text is now; None if the run proved another text, or none."""
        return next(
            (block for block in self.blocks if (block.snippet, block.digest) == (snippet.path, snippet.digest)), None
        )


def file_of(walkthrough: str, track: str, root: Path = RECEIPTS) -> Path:
    return root / f"{walkthrough}.{track.lower()}.json"


def write(receipt: Receipt, root: Path = RECEIPTS) -> None:
    """Store `receipt` in place of the one before."""
    file = file_of(receipt.walkthrough, receipt.track, root)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(asdict(receipt), indent=1) + "\n")


def read(walkthrough: str, track: str, root: Path = RECEIPTS) -> Receipt | None:
    """The last receipt of a track; None if there is none (the last run failed, or there was no run)."""
    file = file_of(walkthrough, track, root)
    if not file.exists():
        return None
    fields = json.loads(file.read_text())
    return Receipt(**{**fields, "blocks": [Block(**block) for block in fields["blocks"]]})


def forget(walkthrough: str, track: str, root: Path = RECEIPTS) -> None:
    """Remove a track's receipt: it is being proven again, and may fail."""
    file_of(walkthrough, track, root).unlink(missing_ok=True)
