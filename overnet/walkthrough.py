"""A walkthrough: the folder of snippets, the same in every language, that one page publishes and the harness runs.

A page and its walkthrough have the same path: docs/en/network/bridge.md publishes snippets/network/bridge/.
In it, lab.yml says which hosts the page needs; a step is a file NAME.console (Shell track), NAME.py (Python
track), or both; NAME.topology is a measured diagram, the same in both tracks.
"""

import hashlib
import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from overnet import topology, transcript
from overnet.errors import Problem
from overnet.transcript import Command, Expectation

ROOT = Path(__file__).parent.parent
SNIPPETS = ROOT / "snippets"
TRACKS = {"Shell": ".console", "Python": ".py"}
TOPOLOGY = "Topology"
KINDS = {**TRACKS, TOPOLOGY: ".topology"}
LAB_KEYS = {"hosts", "needs", "images", "daemon", "minutes"}


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
    def digest(self) -> str:
        """SHA-256 of the file's text: a receipt is good for one text only."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True)
class Walkthrough:
    """A folder of snippets. `hosts` maps each host's name to the address that stands for it on the page, `daemon` some
    of them to what their Engine's /etc/docker/daemon.json holds."""

    name: str
    hosts: dict[str, str]
    needs: tuple[str, ...]
    images: tuple[str, ...]
    minutes: int
    snippets: dict[str, Snippet]
    daemon: dict[str, dict] = field(default_factory=dict)

    def step(self, name: str, kinds: Iterable[str] = TRACKS) -> list[Snippet]:
        """The snippets called `name`, Shell first. Raises Problem if there is none."""
        found = [self.snippets[name + KINDS[kind]] for kind in kinds if name + KINDS[kind] in self.snippets]
        if not found:
            known = ", ".join(sorted({Path(file).stem for file in self.snippets}))
            raise Problem(f"no snippet '{name}' in snippets/{self.name}/; there are: {known}")
        return found


def load(name: str, snippets: Path = SNIPPETS) -> Walkthrough:
    """Read the walkthrough `name` (like "network/bridge").

    Raises Problem for a missing folder, a bad lab.yml, a malformed snippet, and a host that lab.yml does not name.
    """
    folder = snippets / name
    lab = _lab(folder / "lab.yml", name)
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name != "lab.yml")
    return Walkthrough(
        name=name,
        hosts=lab["hosts"],
        needs=tuple(lab.get("needs", ())),
        images=tuple(lab.get("images", ())),
        minutes=lab["minutes"],
        snippets={file.name: read_snippet(file, snippets, list(lab["hosts"])) for file in files},
        daemon=lab.get("daemon", {}),
    )


def load_all(snippets: Path = SNIPPETS) -> list[Walkthrough]:
    """Every walkthrough there is, by name: every folder that has files."""
    folders = sorted({file.parent for file in snippets.rglob("*") if file.is_file()})
    return [load(str(folder.relative_to(snippets)), snippets) for folder in folders]


def read_snippet(file: Path, snippets: Path, hosts: list[str]) -> Snippet:
    """Parse one snippet file; each command gets its host. Raises Problem (`file:line: …`)."""
    path = str(file.relative_to(snippets))
    if file.suffix not in KINDS.values():
        raise Problem(f"snippets/{path}: not a snippet; their names end in {', '.join(KINDS.values())}")
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        raise Problem(f"snippets/{path}: not UTF-8 text") from None
    if file.suffix == KINDS[TOPOLOGY]:
        return Snippet(path, text, (_survey(text, f"snippets/{path}"),))
    parse = transcript.parse_python if file.suffix == KINDS["Python"] else transcript.parse
    commands = parse(text, f"snippets/{path}")
    return Snippet(path, text, tuple(_placed(command, hosts, f"snippets/{path}") for command in commands))


def _survey(text: str, where: str) -> Command:
    """A topology as a command: its text is the view, its output the facts, in any order."""
    view = topology.parse(text, where).view
    facts = text.rstrip("\n").split("\n")[1:]
    return Command("", view, line=1, output=facts, output_line=2, expects=Expectation(any_order=True))


def _placed(command: Command, hosts: list[str], file: str) -> Command:
    if command.host:
        if command.host not in hosts:
            raise Problem(f"{file}:{command.line}: unknown host '{command.host}'; lab.yml has: {', '.join(hosts)}")
        return command
    if len(hosts) > 1:
        raise Problem(f"{file}:{command.line}: say on which host: {', '.join(hosts)}")
    return transcript.replace(command, host=hosts[0])


def _lab(file: Path, name: str) -> dict:
    where = f"snippets/{name}/lab.yml"
    try:
        lab = yaml.safe_load(file.read_text())
    except FileNotFoundError:
        raise Problem(f"{where}: no such file; every walkthrough has one") from None
    except yaml.YAMLError as error:
        raise Problem(f"{where}: not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(lab, dict) or not isinstance(lab.get("hosts"), dict) or type(lab.get("minutes")) is not int:
        raise Problem(f"{where}: needs 'hosts' (name: address) and 'minutes' (a whole number)")
    if unknown := sorted(str(key) for key in lab.keys() - LAB_KEYS):
        raise Problem(f"{where}: unknown key '{unknown[0]}'; known are: {', '.join(sorted(LAB_KEYS))}")
    for key in ("needs", "images"):
        if not isinstance(words := lab.get(key, []), list) or not all(isinstance(word, str) for word in words):
            raise Problem(f"{where}: '{key}' is a list of words, like [alpine, nginx]")
    _check_hosts(lab["hosts"], where)
    daemon = lab.get("daemon", {})
    if not isinstance(daemon, dict) or not all(isinstance(settings, dict) for settings in daemon.values()):
        raise Problem(f"{where}: 'daemon' gives hosts their daemon.json, like {{node2: {{storage-driver: vfs}}}}")
    if unknown := sorted(daemon.keys() - lab["hosts"].keys()):
        raise Problem(f"{where}: 'daemon' names '{unknown[0]}', which 'hosts' does not")
    return lab


def _check_hosts(hosts: dict, where: str) -> None:
    for host, address in hosts.items():
        if not re.fullmatch(r"[a-z][a-z0-9-]*", str(host)) or not _is_address(str(address)):
            raise Problem(f"{where}: '{host}: {address}' is not a host name and its IPv4 address")
    networks = {address.rpartition(".")[0] for address in hosts.values()}
    if len(networks) != 1 or len(set(hosts.values())) != len(hosts):
        raise Problem(f"{where}: 'hosts' needs at least one host, each with an address of its own in one /24 network")


def _is_address(text: str) -> bool:
    try:
        return bool(ipaddress.IPv4Address(text))
    except ValueError:
        return False
