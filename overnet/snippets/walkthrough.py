"""A walkthrough: the folder of snippets, the same in every language, that one page publishes and the harness runs.

A page and its walkthrough have the same path: docs/en/network/bridge.md publishes snippets/network/bridge/.
In it, lab.yml says which hosts the page needs; a step is a file NAME.console (Shell track), NAME.py (Python
track), or both; NAME.topology is a measured diagram, the same in both tracks. Where a step behaves differently on
another engine, NAME@ENGINE.console (or .py, .topology) is its variant: the same commands, with what they print there.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path

from overnet.engines import ENGINES, OTHERS, REFERENCE, is_image
from overnet.errors import Problem
from overnet.project import SNIPPETS
from overnet.snippets import lab_file
from overnet.snippets.cells import parse_python
from overnet.snippets.command import Command, Expectation
from overnet.snippets.files import files_of, text_of
from overnet.snippets.transcript import ESCAPED, parse
from overnet.topology.facts import parse as parse_topology

TRACKS = {"Shell": ".console", "Python": ".py"}
TOPOLOGY = "Topology"
KINDS = {**TRACKS, TOPOLOGY: ".topology"}


@dataclass(frozen=True)
class Snippet:
    """One file of a walkthrough. `path` is relative to snippets/, `commands` name their host."""

    path: str
    text: str
    commands: tuple[Command, ...]

    @property
    def file(self) -> str:
        """The file as messages name it: relative to the project's root."""
        return f"snippets/{self.path}"

    @property
    def kind(self) -> str:
        """Its track, or TOPOLOGY."""
        return next(kind for kind, suffix in KINDS.items() if self.path.endswith(suffix))

    @property
    def step(self) -> str:
        """The name of its step."""
        return Path(self.path).stem.partition("@")[0]

    @property
    def engine(self) -> str:
        """The engine it is for."""
        return engine_of(self.path)

    @property
    def digest(self) -> str:
        """SHA-256 of the file's text: a receipt is good for one text only."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True)
class Walkthrough:
    """A folder of snippets. `hosts` maps each host's name to the address that stands for it on the page, `routers` some
    of them to all that they have there, `daemon` some to what their Engine's /etc/docker/daemon.json holds; `engines` are
    those that have the page's subject."""

    name: str
    hosts: dict[str, str]
    needs: tuple[str, ...]
    images: tuple[str, ...]
    minutes: int
    snippets: dict[str, Snippet]
    daemon: dict[str, dict] = field(default_factory=dict)
    engines: tuple[str, ...] = tuple(ENGINES)
    routers: dict[str, list[str]] = field(default_factory=dict)

    @property
    def places(self) -> dict[str, list[str]]:
        """All the addresses of each host on the page; a router has several."""
        return {name: self.routers.get(name, [address]) for name, address in self.hosts.items()}

    @property
    def addresses(self) -> dict[str, str]:
        """The host of each address."""
        return {address: name for name, addresses in self.places.items() for address in addresses}

    def step(self, name: str, kinds: Iterable[str] = TRACKS) -> list[Snippet]:
        """The snippets called `name`, Shell first. Raises Problem if there is none."""
        found = [self.snippets[name + KINDS[kind]] for kind in kinds if name + KINDS[kind] in self.snippets]
        if not found:
            known = ", ".join(sorted({snippet.step for snippet in self.snippets.values()}))
            raise Problem(f"no snippet '{name}' in snippets/{self.name}/; there are: {known}")
        return found

    def is_for(self, engine: str) -> bool:
        """Whether an engine has the page's subject; that of an image is taken to have it."""
        return is_image(engine) or engine in self.engines

    def on(self, engine: str, snippet: Snippet) -> Snippet:
        """What a snippet of the reference is on `engine`: its variant, if it has one."""
        return self.snippets.get(Path(variant_path(engine, snippet)).name, snippet)

    def variants(self, snippet: Snippet) -> list[Snippet]:
        """The variants of a snippet of the reference, the newest engine first."""
        found = [self.on(engine, snippet) for engine in reversed(OTHERS)]
        return [variant for variant in found if variant is not snippet]


def engine_of(path: str) -> str:
    """The engine that a snippet of this path is for."""
    return Path(path).stem.partition("@")[2] or REFERENCE


def variant_path(engine: str, snippet: Snippet) -> str:
    """The path of a snippet's variant for `engine`; its own path if that is the engine it is for."""
    if engine == snippet.engine:
        return snippet.path
    path = Path(snippet.path)
    return str(path.with_name(f"{snippet.step}@{engine}{path.suffix}"))


def load(name: str, snippets: Path = SNIPPETS) -> Walkthrough:
    """Read the walkthrough `name` (like "network/bridge").

    Raises Problem for a missing folder, a bad lab.yml, a malformed snippet, and a host that lab.yml does not name.
    """
    folder = snippets / name
    lab = lab_file.read(folder / "lab.yml", f"snippets/{name}/lab.yml")
    files = [file for file in files_of(folder) if file.name != "lab.yml"]
    found = Walkthrough(
        name=name,
        hosts=lab["hosts"],
        needs=tuple(lab.get("needs", ())),
        images=tuple(lab.get("images", ())),
        minutes=lab["minutes"],
        snippets={file.name: read_snippet(file, snippets, list(lab["hosts"])) for file in files},
        daemon=lab.get("daemon", {}),
        engines=tuple(lab.get("engines", ENGINES)),
        routers=lab.get("routers", {}),
    )
    for snippet in found.snippets.values():
        if "@" in Path(snippet.path).name:
            _check_variant(snippet, found)
    return found


def load_all(snippets: Path = SNIPPETS) -> list[Walkthrough]:
    """Every walkthrough there is, by name: every folder that has files."""
    folders = sorted(folder for folder in (snippets, *snippets.rglob("*")) if folder.is_dir() and files_of(folder))
    return [load(str(folder.relative_to(snippets)), snippets) for folder in folders]


def read_snippet(file: Path, snippets: Path, hosts: list[str]) -> Snippet:
    """Parse one snippet file; each command gets its host. Raises Problem (`file:line: …`)."""
    path = str(file.relative_to(snippets))
    if file.suffix not in KINDS.values():
        raise Problem(f"snippets/{path}: not a snippet; their names end in {', '.join(KINDS.values())}")
    text = text_of(file, f"snippets/{path}")
    if file.suffix == KINDS[TOPOLOGY]:
        return Snippet(path, text, (_survey(text, f"snippets/{path}"),))
    commands = (parse_python if file.suffix == KINDS["Python"] else parse)(text, f"snippets/{path}")
    return Snippet(path, text, tuple(_placed(command, hosts, f"snippets/{path}") for command in commands))


def _check_variant(variant: Snippet, there: Walkthrough) -> None:
    """A variant is for another engine of the walkthrough, and has the commands of the snippet that it stands for."""
    if variant.engine not in OTHERS or variant.engine not in there.engines:
        known = ", ".join(engine for engine in OTHERS if engine in there.engines)
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
