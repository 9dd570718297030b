"""Where the hosts of a lab are, in the words of its page: the addresses that each has there.

A /24 network of the page is one network of the lab; an address keeps its last number in it. A host with addresses in
several networks is a router: it forwards between them, and is the way out of each for the others.
"""

from collections.abc import Mapping, Sequence
from ipaddress import IPv4Network

from overnet.matching.addresses import network_of

Places = Mapping[str, Sequence[str]]


def usual(names: Sequence[str]) -> Places:
    """The places of hosts of which nothing but the names is known.

    >>> usual(["node1", "node2"])
    {'node1': ['192.0.2.11'], 'node2': ['192.0.2.12']}
    """
    return {name: [f"192.0.2.{number}"] for number, name in enumerate(names, 11)}


def networks(places: Places) -> list[str]:
    """The networks that the hosts are in, each once, as the places name them."""
    return list(dict.fromkeys(network_of(address) for addresses in places.values() for address in addresses))


def moved(address: str, subnets: Mapping[str, IPv4Network]) -> str:
    """What an address of the page is in the lab, where `subnets` stand for the page's networks.

    >>> moved("192.0.2.11", {"192.0.2": IPv4Network("198.18.7.0/24")})
    '198.18.7.11'
    """
    return str(subnets[network_of(address)][int(address.rpartition(".")[2])])


def way_out(name: str, places: Places) -> str | None:
    """The address to which a host sends what is for other networks: that of the first router in its own. A router has
    none, and no host has one where there is no router.

    >>> lab = {"node1": ["192.0.2.11"], "node2": ["198.51.100.12"], "router": ["192.0.2.1", "198.51.100.1"]}
    >>> [way_out(name, lab) for name in lab], way_out("node1", {"node1": ["192.0.2.11"]})
    (['192.0.2.1', '198.51.100.1', None], None)
    """
    own, *others = places[name]
    routers = [addresses for addresses in places.values() if len(addresses) > 1]
    near = (address for addresses in routers for address in addresses if network_of(address) == network_of(own))
    return None if others else next(near, None)
