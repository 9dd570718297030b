"""The lab of a page on the reader's own Docker: a Compose file with its hosts, their addresses and settings, and its
routers."""

import json

import yaml

from overnet.engines import ENGINES, NEWEST_FIRST
from overnet.labs.layout import network, networks, way_out
from overnet.labs.network import BRIDGE, ROUTED
from overnet.snippets.walkthrough import Walkthrough

NAME = "compose.yaml"
TOOLS = "bash curl iproute2 jq nftables openssl tcpdump util-linux"  # that pages use beside Docker
HEAD = """\
# The hosts of the page {page}, as containers on your own Docker. They are privileged: each runs an Engine.
#   docker compose up -d --wait
#   docker compose exec {host} bash
#   docker compose down --volumes
# What the page does with systemctl works on a machine with systemd only. No run of this site has started this file: the
# page was proven on hosts of the same names and addresses that its own harness made.
"""
OUTSIDE = "198.18.255"  # where there are routers, the hosts' way to registries


def compose(walkthrough: Walkthrough) -> str:
    """The text of the file."""
    places = walkthrough.places
    subnets = networks(places)
    several = len(subnets) > 1
    services = {name: _service(walkthrough, name) for name in places}
    told = {
        "name": f"overnet-{walkthrough.name.replace('/', '-')}",
        "services": services,
        "networks": {_name(subnet): _network(subnet, ROUTED if several else {}) for subnet in subnets},
    }
    if several:
        told["networks"]["outside"] = _network(OUTSIDE, {})
    if walkthrough.daemon:
        settings = {name: _escaped(json.dumps(found)) for name, found in walkthrough.daemon.items()}
        told["configs"] = {f"{name}-daemon": {"content": content} for name, content in settings.items()}
    head = HEAD.format(page=walkthrough.name, host=next(iter(places)))
    return head + yaml.safe_dump(told, sort_keys=False, width=120)


def _service(walkthrough: Walkthrough, name: str) -> dict:
    """A host: it joins its networks in their order, so that its interfaces are those of the page."""
    places = walkthrough.places
    joined = {
        _name(network(address)): {"ipv4_address": address, "priority": 100 - number}
        for number, address in enumerate(places[name])
    }
    start = []
    if len(networks(places)) > 1:
        joined["outside"] = {"priority": 0}
        start.append(f"ip route replace default via {OUTSIDE}.{BRIDGE}")
        own = {network(address) for address in places[name]}
        if way := way_out(name, places):
            start += [f"ip route add {there}.0/24 via {way}" for there in networks(places) if there not in own]
    service = {
        "image": ENGINES[NEWEST_FIRST[0]].image,
        "hostname": name,
        "privileged": True,
        "entrypoint": ["sh", "-ec", "; ".join([*start, f"apk add -q {TOOLS}", "exec dockerd-entrypoint.sh dockerd"])],
        "healthcheck": {"test": ["CMD", "docker", "info"], "interval": "2s", "retries": 60},
        "networks": joined,
    }
    if len(places[name]) > 1:
        service["sysctls"] = {"net.ipv4.ip_forward": "1"}
    if name in walkthrough.daemon:
        service["configs"] = [{"source": f"{name}-daemon", "target": "/etc/docker/daemon.json"}]
    return service


def _network(subnet: str, options: dict[str, str]) -> dict:
    ipam = {"config": [{"subnet": f"{subnet}.0/24", "gateway": f"{subnet}.{BRIDGE}"}]}
    return {"ipam": ipam, **({"driver_opts": dict(options)} if options else {})}


def _name(subnet: str) -> str:
    return f"lab-{subnet.replace('.', '-')}"


def _escaped(text: str) -> str:
    """What Compose would take for a variable is none."""
    return text.replace("$", "$$")
