"""A walkthrough: the folder of snippets, the same in every language, that one page publishes and the harness runs.

A page and its walkthrough have the same path: docs/en/network/bridge.md publishes snippets/network/bridge/.
In it, lab.yml says which hosts the page needs; a step is a file NAME.console (Shell track), NAME.py (Python
track), or both; NAME.topology is a measured diagram, the same in both tracks. Where a step behaves differently on
another engine, NAME@ENGINE.console (or .py, .topology) is its variant: the same commands, with what they print there.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest
from pathlib import Path

from overnet.engines import ENGINES, NEWEST_FIRST, REFERENCE, named
from overnet.errors import Problem
from overnet.matching.identity import Name
from overnet.matching.typed import typed
from overnet.project import SNIPPETS
from overnet.snippets import lab_file
from overnet.snippets.cells import parse_python
from overnet.snippets.command import Command
from overnet.snippets.directives import Expectation
from overnet.snippets.files import files_of, text_of
from overnet.snippets.snippet import KINDS, TOPOLOGY, TRACKS, Snippet
from overnet.snippets.transcript import ESCAPED, parse
from overnet.topology.facts import parse as parse_topology


@dataclass(frozen=True)
class Walkthrough:
    """A folder of snippets. `hosts` maps each host's name to the address that stands for it on the page, `routers` some
    of them to all that they have there, `daemon` some to what their Engine's /etc/docker/daemon.json holds; `engines`
    are those that have the page's subject; `values` maps what readers replace to a name of it in each language."""

    name: str
    hosts: dict[str, str]
    needs: tuple[str, ...]
    images: tuple[str, ...]
    minutes: int
    snippets: dict[str, Snippet]
    daemon: dict[str, dict] = field(default_factory=dict)
    engines: tuple[str, ...] = tuple(ENGINES)
    routers: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """The engine of the snippets that are no variants: the reference, or the newest there is, where the reference
        has not the page's subject."""
        return reference_of(self.engines)

    @property
    def places(self) -> dict[str, list[str]]:
        """All the addresses of each host on the page; a router has several."""
        return {name: self.routers.get(name, [address]) for name, address in self.hosts.items()}

    @property
    def addresses(self) -> dict[str, str]:
        """The host of each address."""
        return {address: name for name, addresses in self.places.items() for address in addresses}

    def typed(self, commands: Iterable[Command]) -> frozenset[Name]:
        """The names of the values that a reader types who goes through `commands`, in page order: those in the commands
        (see matching.typed), and in daemon.json, which is there before; the hosts' addresses are never typed."""
        written = [(json.dumps(self.daemon), []), *((command.text, command.output) for command in commands)]
        return typed(written, self.addresses)

    def step(self, name: str, kinds: Iterable[str] = TRACKS) -> list[Snippet]:
        """The snippets called `name`, Shell first. Raises Problem if there is none."""
        found = [self.snippets[name + KINDS[kind]] for kind in kinds if name + KINDS[kind] in self.snippets]
        if not found:
            known = ", ".join(sorted({snippet.step for snippet in self.snippets.values()}))
            raise Problem(f"no snippet '{name}' in snippets/{self.name}/; there are: {known}")
        return found

    def is_for(self, engine: str) -> bool:
        """Whether an engine has the page's subject; that of an image, if the newest has."""
        return named(engine) in self.engines

    def on(self, engine: str, snippet: Snippet) -> Snippet:
        """What a snippet is on `engine`: its variant, if it has one; on that of an image, what it is on the newest."""
        return self._variants.get((named(engine), snippet.step, snippet.kind), snippet)

    @cached_property
    def _variants(self) -> dict[tuple[str, str, str], Snippet]:
        return {(one.engine, one.step, one.kind): one for one in self.snippets.values() if one.is_variant}

    def variants(self, snippet: Snippet) -> list[Snippet]:
        """The variants of a snippet, the newest engine first."""
        found = [self.on(engine, snippet) for engine in NEWEST_FIRST]
        return [variant for variant in found if variant is not snippet]


def reference_of(engines: Sequence[str]) -> str:
    """Of `engines`, the reference, or else the newest."""
    return REFERENCE if REFERENCE in engines else max(engines, key=list(ENGINES).index)


def load(name: str, snippets: Path = SNIPPETS) -> Walkthrough:
    """Read the walkthrough `name` (like "network/bridge").

    Raises Problem for a missing folder, a bad lab.yml, a malformed snippet, and a host that lab.yml does not name.
    """
    folder = snippets / name
    lab = lab_file.read(folder / "lab.yml", f"snippets/{name}/lab.yml")
    engines = tuple(lab.get("engines", ENGINES))
    files = [file for file in files_of(folder) if file.name != "lab.yml"]
    found = Walkthrough(
        name=name,
        hosts=lab["hosts"],
        needs=tuple(lab.get("needs", ())),
        images=tuple(lab.get("images", ())),
        minutes=lab["minutes"],
        snippets={file.name: read_snippet(file, snippets, list(lab["hosts"]), reference_of(engines)) for file in files},
        daemon=lab.get("daemon", {}),
        engines=engines,
        routers=lab.get("routers", {}),
        values=lab.get("values", {}),
    )
    for snippet in found.snippets.values():
        if snippet.is_variant:
            _check_variant(snippet, found)
    return found


def load_all(snippets: Path = SNIPPETS) -> list[Walkthrough]:
    """Every walkthrough there is, by name."""
    return [load(name, snippets) for name in names(snippets)]


def names(snippets: Path = SNIPPETS) -> list[str]:
    """The name of every walkthrough there is: every folder that has files."""
    folders = sorted(folder for folder in (snippets, *snippets.rglob("*")) if folder.is_dir() and files_of(folder))
    return [str(folder.relative_to(snippets)) for folder in folders]


def read_snippet(file: Path, snippets: Path, hosts: list[str], reference: str = REFERENCE) -> Snippet:
    """Parse one snippet file; each command gets its host. It is for `reference`, if it is no variant. Raises Problem
    (`file:line: …`)."""
    path = str(file.relative_to(snippets))
    if file.suffix not in KINDS.values():
        raise Problem(f"snippets/{path}: not a snippet; their names end in {', '.join(KINDS.values())}")
    text = text_of(file, f"snippets/{path}")
    if file.suffix == KINDS[TOPOLOGY]:
        return Snippet(path, text, (_survey(text, f"snippets/{path}"),), reference)
    commands = (parse_python if file.suffix == KINDS["Python"] else parse)(text, f"snippets/{path}")
    return Snippet(path, text, tuple(_placed(command, hosts, f"snippets/{path}") for command in commands), reference)


def _check_variant(variant: Snippet, there: Walkthrough) -> None:
    """A variant is for another engine of the walkthrough, and has the commands of the snippet that it stands for."""
    others = [engine for engine in there.engines if engine != there.reference]
    if variant.engine not in others:
        known = ", ".join(others) or "none"
        raise Problem(f"{variant.file}: '{variant.engine}' is no engine to write a variant for; there are: {known}")
    name = f"{variant.step}{Path(variant.path).suffix}"
    if name not in there.snippets:
        raise Problem(f"{variant.file}: there is no {name} that this could be a variant of")
    wanted = there.snippets[name].commands
    for want, has in zip_longest(wanted, variant.commands):
        if not (want and has) or (want.host, want.text) != (has.host, has.text):
            raise Problem(
                f"{variant.file}:{(has or variant.commands[-1]).line}: not the command of {name}; change it here, too, "
                f"or remove this file, and then: make record PAGE={there.name} ENGINE={variant.engine}"
            )


def _survey(text: str, where: str) -> Command:
    """A topology as a command: its text is the view, its output the facts, in any order."""
    view = parse_topology(text, where).view
    facts = text.rstrip("\n").split("\n")[1:]
    return Command("", view, line=1, output=facts, output_line=2, expects=Expectation(any_order=True))


def _placed(command: Command, hosts: list[str], file: str) -> Command:
    if command.host:
        if command.host not in hosts:
            known = f"lab.yml has: {', '.join(hosts)}; if it is no prompt, write '{ESCAPED}' before it"
            raise Problem(f"{file}:{command.line}: unknown host '{command.host}'; {known}")
        return command
    if len(hosts) > 1:
        raise Problem(f"{file}:{command.line}: say on which host: {', '.join(hosts)}")
    return replace(command, host=hosts[0])
