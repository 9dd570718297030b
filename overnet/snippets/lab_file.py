"""lab.yml: what a walkthrough asks of its lab."""

import ipaddress
import re
from pathlib import Path

import yaml

from overnet.engines import ENGINES
from overnet.errors import Problem
from overnet.labs.network import BRIDGE, SERVICES
from overnet.matching.addresses import network_of
from overnet.project import ROOT
from overnet.snippets.command import HOST
from overnet.snippets.files import text_of

KEYS = {"hosts", "routers", "needs", "images", "daemon", "engines", "minutes", "values"}
OURS = {0, SERVICES, BRIDGE, 255}  # the last numbers of addresses that no host can have
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
    """The checked contents of a lab.yml, which messages call `where`: a router, too, is one of the hosts, by its first
    address. Raises Problem if there is a fault in it."""
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
    if not isinstance(engines, list) or not engines or any(one not in ENGINES for one in engines):
        raise Problem(f"{where}: 'engines' is a list of names in quotes: some of {', '.join(ENGINES)}")
    _check_hosts(lab["hosts"], lab.get("routers", {}), where)
    lab["hosts"] |= {name: addresses[0] for name, addresses in lab.get("routers", {}).items()}
    daemon = lab.get("daemon", {})
    if not isinstance(daemon, dict) or not all(isinstance(settings, dict) for settings in daemon.values()):
        raise Problem(f"{where}: 'daemon' gives hosts their daemon.json, like {{node2: {{storage-driver: vfs}}}}")
    if unknown := sorted(daemon.keys() - lab["hosts"].keys()):
        raise Problem(f"{where}: 'daemon' names '{unknown[0]}', which 'hosts' does not")
    _check_values(lab.get("values", {}), where)
    return lab


def _check_values(values: object, where: str) -> None:
    """Raise Problem unless each value has a name in both languages."""
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values):
        raise Problem(f"{where}: 'values' gives values of the page their names, like {{192.0.2.1: {{en: …, zh: …}}}}")
    for value, names in values.items():
        if not isinstance(names, dict) or names.keys() != {"en", "zh"} or not all(map(_is_name, names.values())):
            raise Problem(f"{where}: 'values' needs a name of '{value}' in both languages, like {{en: …, zh: …}}")


def _is_name(text: object) -> bool:
    return isinstance(text, str) and bool(text.strip())


def _check_hosts(hosts: dict, routers: object, where: str) -> None:
    """Raise Problem unless each host has a name and an address of its own, and routers join their networks."""
    if not isinstance(routers, dict) or not all(isinstance(addresses, list) for addresses in routers.values()):
        raise Problem(f"{where}: 'routers' gives routers their addresses, like {{router: [192.0.2.1, 198.51.100.1]}}")
    if both := sorted(hosts.keys() & routers.keys()):
        raise Problem(f"{where}: '{both[0]}' is in 'hosts' and in 'routers': a router is a host")
    pairs = [*hosts.items(), *((name, address) for name, addresses in routers.items() for address in addresses)]
    for host, address in pairs:
        if not re.fullmatch(HOST, str(host)) or not _is_address(str(address)):
            raise Problem(f"{where}: '{host}: {address}' is not a host name and its IPv4 address")
        if (number := int(address.rpartition(".")[2])) in OURS:
            raise Problem(f"{where}: '{host}: {address}': the lab itself has the number {number} in each network")
    if not hosts or len({address for _, address in pairs}) != len(pairs):
        raise Problem(f"{where}: 'hosts' needs at least one host, each with an address of its own")
    networks = {network_of(address) for address in hosts.values()}
    for name, addresses in routers.items():
        if len(addresses) < 2 or sorted(map(network_of, addresses)) != sorted(networks):
            raise Problem(
                f"{where}: the router '{name}' needs one address in each /24 network of 'hosts', of which there are several"
            )
    if len(networks) > 1 and not routers:
        raise Problem(f"{where}: 'hosts' are in {len(networks)} /24 networks: 'routers' has to name what joins them")


def _is_address(text: str) -> bool:
    try:
        return bool(ipaddress.IPv4Address(text))
    except ValueError:
        return False
