"""Shards: the parts of what there is to prove that several machines prove, each one of them."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from overnet.errors import Problem
from overnet.receipts import store
from overnet.receipts.status import Standing

SECONDS = 3.0  # of each block of a track of which the last run's are not known
Seconds = Mapping[tuple[str, str, str], float]  # by page, track and engine


@dataclass(frozen=True)
class Shard:
    """The part `number`, from 1 on, of `of` parts. `last` has the seconds that tracks took in the last run, elsewhere
    than here."""

    number: int
    of: int
    last: Seconds = field(default_factory=dict)

    def part(self, standings: Sequence[Standing]) -> list[Standing]:
        """The tracks of this part. The longest come first, each to the part that has the least to do so far, by the
        seconds of the last run. The parts of several machines are all there is if those have the same receipts to begin
        with, and the same `last`."""
        seconds = {one.key: self._seconds(one) for one in standings}
        parts: list[list[Standing]] = [[] for _ in range(self.of)]
        busy = [0.0] * self.of
        for one in sorted(standings, key=lambda one: (-seconds[one.key], *one.key)):
            least = busy.index(min(busy))
            parts[least].append(one)
            busy[least] += seconds[one.key]
        return parts[self.number - 1]

    def _seconds(self, one: Standing) -> float:
        """How long a track takes; none at all where there is nothing to prove."""
        if one.state == "absent":
            return 0
        seconds = store.seconds(one.record)
        return self.last.get(one.key, SECONDS * one.blocks) if seconds is None else seconds


ALL = Shard(1, 1)


def shard(text: str, last: Seconds) -> Shard:
    """The shard that is written like "2/6". Raises Problem if there is none such."""
    found = re.fullmatch(r"([1-9]\d{0,2})/([1-9]\d{0,2})", text)
    if not found or int(found[1]) > int(found[2]):
        raise Problem(f"no shard is called {text}; the second of six parts is 2/6")
    return Shard(int(found[1]), int(found[2]), last)


def told(status: Path) -> Seconds:
    """The seconds that the status.json of a site tells; none where there is no such file, or it has another form."""
    try:
        tracks = json.loads(status.read_text("utf-8"))["tracks"]
        found = [one for track in tracks for one in (track, *track["others"]) if "seconds" in one]
        return {(one["page"], one["track"], one["engine"]): float(one["seconds"]) for one in found}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
