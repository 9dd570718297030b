"""Shards: the parts of what there is to prove that several machines prove, each one of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overnet.errors import Problem
from overnet.receipts import store
from overnet.receipts.status import Standing

SECONDS = 3.0  # of each block of a track that has no receipt


@dataclass(frozen=True)
class Shard:
    """The part `number`, from 1 on, of `of` parts."""

    number: int
    of: int

    def part(self, standings: Sequence[Standing]) -> list[Standing]:
        """The tracks of this part. The longest come first, each to the part that has the least to do so far, by the
        seconds of the last run. The parts of several machines are all there is if those have the same receipts to begin
        with."""
        parts: list[list[Standing]] = [[] for _ in range(self.of)]
        busy = [0.0] * self.of
        for one in sorted(standings, key=lambda one: (-_seconds(one), one.page, one.track, one.engine)):
            least = busy.index(min(busy))
            parts[least].append(one)
            busy[least] += _seconds(one)
        return parts[self.number - 1]


ALL = Shard(1, 1)


def shard(text: str) -> Shard:
    """The shard that is written like "2/6". Raises Problem if there is none such."""
    found = re.fullmatch(r"([1-9]\d{0,2})/([1-9]\d{0,2})", text)
    if not found or int(found[1]) > int(found[2]):
        raise Problem(f"no shard is called {text}; the second of six parts is 2/6")
    return Shard(int(found[1]), int(found[2]))


def _seconds(one: Standing) -> float:
    seconds = store.seconds(one.record)
    return SECONDS * one.blocks if seconds is None else seconds
