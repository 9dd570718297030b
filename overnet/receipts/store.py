"""Receipts: what a run proved about each block, or how it failed. A run writes them, the site shows them, nothing else
makes them."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from overnet.engines import REFERENCE
from overnet.project import BUILD
from overnet.snippets.snippet import Snippet
from overnet.snippets.walkthrough import Walkthrough


@dataclass(frozen=True)
class Exchange:
    """One command as a run sent it to a host, and what came back."""

    host: str
    sent: str
    got: str


@dataclass(frozen=True)
class Block:
    """One snippet as a run proved it. `digest` is the SHA-256 of its text; times are in seconds, `waited` is the part
    of `seconds` in which reads were repeated until the expected output was there, and stayed; `otherwise` is how many
    readings were not what the page shows."""

    snippet: str
    digest: str
    seconds: float
    waited: float
    exchanges: list[Exchange]
    otherwise: int = 0

    @property
    def commands(self) -> int:
        return len(self.exchanges)

    @property
    def outputs(self) -> int:
        """How many of the commands printed something."""
        return sum(bool(exchange.got.strip()) for exchange in self.exchanges)


@dataclass(frozen=True)
class Receipt:
    """One track of one walkthrough as a run proved it on one engine, clean-up included.

    `when` is an ISO 8601 time in UTC; `version` that of the hosts' Engine, as it says it, `origin` where that is
    from ("Debian forky", or an image with its digest); `images` maps each image that the page needs to where it came
    from ("registry" or "stand-in"); `lab` is the digest of what the page asked of its lab, `harness` that of what else
    the proof stands on (see reuse.harness); `blocks` are in the order in which they were run.
    """

    walkthrough: str
    track: str
    when: str
    engine: str
    kernel: str
    version: str
    origin: str
    images: dict[str, str]
    lab: str
    harness: str
    seconds: float
    blocks: list[Block]

    @property
    def commands(self) -> int:
        return sum(block.commands for block in self.blocks)

    @property
    def outputs(self) -> int:
        return sum(block.outputs for block in self.blocks)

    @property
    def stand_ins(self) -> list[str]:
        return [image for image, source in self.images.items() if source == "stand-in"]

    def block(self, snippet: Snippet) -> Block | None:
        """The proof of `snippet` as its text is now; None if the run proved another text, or none."""
        return next(
            (block for block in self.blocks if (block.snippet, block.digest) == (snippet.path, snippet.digest)), None
        )


def sums(receipts: Sequence[Receipt]) -> dict[str, int]:
    """How many blocks, commands and outputs these prove, by the word for one of them."""
    return {
        "block": sum(len(one.blocks) for one in receipts),
        "command": sum(one.commands for one in receipts),
        "output": sum(one.outputs for one in receipts),
    }


@dataclass(frozen=True)
class Failure:
    """How the last run of one track on one engine failed; `text` is what the run said. It proves nothing. `here` is
    false if there was nothing that could run it."""

    walkthrough: str
    track: str
    when: str
    engine: str
    kernel: str
    text: str
    here: bool = True


Record = Receipt | Failure
FOLDERS = {Receipt: "receipts", Failure: "failures"}


def file_of(kind: type[Record], walkthrough: str, track: str, engine: str = REFERENCE, root: Path = BUILD) -> Path:
    return root / FOLDERS[kind] / engine / f"{walkthrough}.{track.lower()}.json"


def write(record: Record, root: Path = BUILD) -> None:
    """Store `record` in place of the one before, at once: a reader finds the whole of it or nothing."""
    _forget(record.walkthrough, record.track, record.engine, root)
    file = file_of(type(record), record.walkthrough, record.track, record.engine, root)
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(asdict(record), indent=1) + "\n", "utf-8")
    draft.replace(file)


def read(walkthrough: str, track: str, engine: str = REFERENCE, root: Path = BUILD) -> Record | None:
    """What the last run of a track on an engine left: its receipt, or how it failed. None if it left nothing, or
    nothing that can be read: then nothing is proven."""
    try:
        return _receipt(json.loads(file_of(Receipt, walkthrough, track, engine, root).read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    try:
        return Failure(**json.loads(file_of(Failure, walkthrough, track, engine, root).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _forget(walkthrough: str, track: str, engine: str, root: Path) -> None:
    for kind in FOLDERS:
        file_of(kind, walkthrough, track, engine, root).unlink(missing_ok=True)


def seconds(record: Record | None) -> float | None:
    """How long the track took in the run that left this; None if that proved nothing."""
    return record.seconds if isinstance(record, Receipt) else None


def lab_digest(walkthrough: Walkthrough) -> str:
    """SHA-256 of what the page asks of its lab: with other hosts or images it is another proof."""
    asked = [walkthrough.places, sorted(walkthrough.needs), sorted(walkthrough.images), walkthrough.daemon]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def _receipt(fields: dict) -> Receipt:
    blocks = [
        Block(**{**block, "exchanges": [Exchange(**exchange) for exchange in block["exchanges"]]})
        for block in fields["blocks"]
    ]
    return Receipt(**{**fields, "blocks": blocks})
