"""A snippet: one file of a walkthrough."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from overnet.engines import REFERENCE
from overnet.snippets.command import Command

TRACKS = {"Shell": ".console", "Python": ".py"}
TOPOLOGY = "Topology"
KINDS = {**TRACKS, TOPOLOGY: ".topology"}


@dataclass(frozen=True)
class Snippet:
    """One file of a walkthrough. `path` is relative to snippets/, `commands` name their host. It is for the engine
    `reference`, unless it is a variant."""

    path: str
    text: str
    commands: tuple[Command, ...]
    reference: str = REFERENCE

    @property
    def file(self) -> str:
        """The file as messages name it: relative to the project's root."""
        return f"snippets/{self.path}"

    @cached_property
    def kind(self) -> str:
        """Its track, or TOPOLOGY."""
        return next(kind for kind, suffix in KINDS.items() if self.path.endswith(suffix))

    @cached_property
    def step(self) -> str:
        """The name of its step."""
        return Path(self.path).stem.partition("@")[0]

    @cached_property
    def engine(self) -> str:
        """The engine it is for."""
        return Path(self.path).stem.partition("@")[2] or self.reference

    @property
    def is_variant(self) -> bool:
        """Whether it stands for another snippet, on its engine."""
        return "@" in Path(self.path).name

    @property
    def digest(self) -> str:
        """SHA-256 of the file's text: a receipt is good for one text only."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def variant_path(engine: str, snippet: Snippet) -> str:
    """The path of a snippet's variant for `engine`; its own path if that is the engine it is for."""
    if engine == snippet.engine:
        return snippet.path
    path = Path(snippet.path)
    return str(path.with_name(f"{snippet.step}@{engine}{path.suffix}"))
