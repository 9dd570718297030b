"""lab.yml: what a walkthrough asks of its lab."""

import ipaddress
import re
from pathlib import Path

import yaml

from overnet.engines import ENGINES, OTHERS, REFERENCE
from overnet.errors import Problem
from overnet.project import ROOT
from overnet.snippets.files import text_of

KEYS = {"hosts", "needs", "images", "daemon", "engines", "minutes"}
FEATURES = re.findall(r"^works (\w+)", (ROOT / "overnet/labs/files/host/features").read_text("utf-8"), re.MULTILINE)


class _Twice(Exception):
    """A key that a mapping has twice, at `line`; str() is the key."""

    def __init__(self, key: yaml.Node):
        super().__init__(key.value)
        self.line = key.start_mark.line + 1


class _Loader(yaml.SafeLoader):
    """YAML's safe loader, but a key that is there twice is a fault, as the specification says (YAML 1.2.2, 3.2.1.1)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise _Twice(key)
            seen.add(key.value if isinstance(key, yaml.ScalarNode) else None)
        return super().construct_mapping(node, deep)


def read(file: Path, where: str) -> dict:
    """The checked contents of a lab.yml, which messages call `where`. Raises Problem if there is a fault in it."""
    try:
        lab = yaml.load(text_of(file, where), _Loader)
    except FileNotFoundError:
        raise Problem(f"{where}: no such file; every walkthrough has one") from None
    except _Twice as key:
        raise Problem(f"{where}:{key.line}: the key '{key}' is there twice") from None
    except yaml.YAMLError as error:
        raise Problem(f"{where}: not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(lab, dict) or not isinstance(lab.get("hosts"), dict) or type(lab.get("minutes")) is not int:
        raise Problem(f"{where}: needs 'hosts' (name: address) and 'minutes' (a whole number)")
    if lab["minutes"] < 1:
        raise Problem(f"{where}: 'minutes' is how long a reader takes, at least 1, not {lab['minutes']}")
    if unknown := sorted(str(key) for key in lab.keys() - KEYS):
        raise Problem(f"{where}: unknown key '{unknown[0]}'; known are: {', '.join(sorted(KEYS))}")
    for key in ("needs", "images"):
        if not isinstance(words := lab.get(key, []), list) or not all(isinstance(word, str) for word in words):
            raise Problem(f"{where}: '{key}' is a list of words, like [alpine, nginx]")
    if unknown := sorted(set(lab.get("needs", [])) - set(FEATURES)):
        raise Problem(f"{where}: '{unknown[0]}' is no known need; known are: {', '.join(sorted(FEATURES))}")
    engines = lab.get("engines", list(ENGINES))
    if not isinstance(engines, list) or REFERENCE not in engines or any(one not in ENGINES for one in engines):
        raise Problem(
            f"{where}: 'engines' is a list of names in quotes: \"{REFERENCE}\", and any of {', '.join(OTHERS)}"
        )
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
