"""The networks of a lab: each is a Docker network of the outer engine, on a /24 that nobody here uses."""

import ipaddress
import sys
from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool

from overnet.errors import Problem
from overnet.labs.host import reason
from overnet.matching.addresses import network_of

SUBNETS = ipaddress.ip_network("198.18.0.0/15")  # RFC 2544: for tests of networks, so no page and no LAN uses it
SERVICES, BRIDGE = 2, 254  # the numbers in a network that no host can have
# What a router passes on is not addressed to the network it comes from. Where the kernel shows bridged packets to
# iptables (br_netfilter), an internal network drops it, and so does one with NAT. This kind is as closed as an internal
# one: its bridge has no address, so there is no way from it to the outer engine's machine, nor past it.
# https://docs.docker.com/engine/network/drivers/bridge/#options
ROUTED = {
    "com.docker.network.bridge.inhibit_ipv4": "true",
    "com.docker.network.bridge.enable_ip_masquerade": "false",
    "com.docker.network.bridge.gateway_mode_ipv4": "routed",
}


def name(lab: str, address: str) -> str:
    """What the network of a lab that has an address is called."""
    return f"{lab}-{network_of(address)}"


def create(api: docker.APIClient, lab: str, labels: dict[str, str], routed: bool) -> ipaddress.IPv4Network:
    """Create a network of a lab on the first free subnet, and return that. `routed`: routers are to pass on what comes
    from it. Raises Problem if no subnet is free."""
    configs = [config for each in api.networks() for config in each["IPAM"]["Config"] or []]
    used = [ipaddress.ip_network(config["Subnet"]) for config in configs if config.get("Subnet")] + _routes()
    for subnet in SUBNETS.subnets(new_prefix=24):
        if any(one.version == 4 and one.overlaps(subnet) for one in used):
            continue
        ipam = IPAMConfig(pool_configs=[IPAMPool(subnet=str(subnet), gateway=str(subnet[BRIDGE]))])
        options = {"options": ROUTED} if routed else {"internal": True}
        try:
            api.create_network(name(lab, str(subnet[0])), "bridge", ipam=ipam, labels=labels, **options)
            return subnet
        except docker.errors.APIError as error:
            if "overlap" not in reason(error):  # another run was faster
                raise
    raise Problem(f"no /24 of {SUBNETS} is free for lab {lab}: remove networks of the Docker Engine")


def _routes() -> list[ipaddress.IPv4Network]:
    """The IPv4 networks this machine has routes to, without the default route (Linux; else none are known)."""
    table = Path("/proc/net/route")
    if not table.exists():
        return []
    rows = [line.split() for line in table.read_text("utf-8").splitlines()[1:]]
    pairs = [(int(row[1], 16).to_bytes(4, sys.byteorder), int(row[7], 16).to_bytes(4, sys.byteorder)) for row in rows]
    networks = [ipaddress.ip_network((address, str(ipaddress.IPv4Address(mask)))) for address, mask in pairs]
    return [network for network in networks if network.prefixlen]
