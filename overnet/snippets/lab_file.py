"""lab.yml: what a walkthrough asks of its lab."""

import ipaddress
import re
from pathlib import Path

import yaml

from overnet.engines import ENGINES, OTHERS, REFERENCE
from overnet.errors import Problem
from overnet.project import ROOT

KEYS = {"hosts", "needs", "images", "daemon", "engines", "minutes"}
FEATURES = re.findall(r"^works (\w+)", (ROOT / "overnet/labs/files/host/features").read_text(), re.MULTILINE)


def read(file: Path, where: str) -> dict:
    """The checked contents of a lab.yml, which messages call `where`. Raises Problem if there is a fault in it."""
    try:
        lab = yaml.safe_load(file.read_text())
    except FileNotFoundError:
        raise Problem(f"{where}: no such file; every walkthrough has one") from None
    except yaml.YAMLError as error:
        raise Problem(f"{where}: not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(lab, dict) or not isinstance(lab.get("hosts"), dict) or type(lab.get("minutes")) is not int:
        raise Problem(f"{where}: needs 'hosts' (name: address) and 'minutes' (a whole number)")
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
