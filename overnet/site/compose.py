"""The lab of a page on the reader's own Docker: a Compose file with its hosts, their addresses and settings, and its
routers."""

import json
import re
from textwrap import fill, indent

import yaml

from overnet.engines import ENGINES, NEWEST_FIRST
from overnet.labs.layout import networks, way_out
from overnet.labs.network import BRIDGE, ROUTED
from overnet.matching.addresses import network_of
from overnet.snippets.walkthrough import Walkthrough

NAME = "compose.yaml"
ENGINE = NEWEST_FIRST[0]  # of the hosts
# What pages use beside Docker, as Alpine's packages: on every page, and where the page types a program.
TOOLS = "bash coreutils curl findutils grep iproute2 jq nftables openssl procps tcpdump util-linux"
TOOLS_OF = {
    "conntrack": "conntrack-tools",
    "dig": "bind-tools",
    "ethtool": "ethtool",
    "getfattr": "attr",
    "nc": "netcat-openbsd",
    "perl": "perl",
    "ping": "iputils",
    "python3": "python3",
}
HEAD = """\
The hosts of the page {page}, as containers on your own Docker. They are privileged: each runs an Engine.
They need Docker Engine {engine} and Compose {compose}, or newer. All pages have the same addresses: take down the hosts of
one before you start those of another.
  docker compose up -d --wait
  docker compose exec {host} bash
  docker compose down --volumes
"""
# The pages whose files a test starts, and proves the page in: one host, two with a swarm, two networks and a router.
PROVEN = ("network/veth", "overlay/overnet", "overlay/two-subnets")
CARRIES = (
    "A test of this site starts this file, runs the page's Shell commands on the hosts, to the end of its clean-up, and "
    "holds what they print against the page. Where no registry answers, {image} is an image of Debian there, which has "
    "the tools already: what apk adds is not proven."
)
ALIKE = (
    "No run of this site has started this file: the page was proven on hosts of the same names and addresses that its "
    f"own harness made. A test starts the files of {', '.join(PROVEN)}, which are made alike, and proves these pages."
)
# https://docs.docker.com/reference/compose-file/services/: interface_name; start_interval, which all hosts have.
ROUTERS, OTHERS = {"engine": "28.1", "compose": "2.36"}, {"engine": "25.0", "compose": "2.24.1"}
NO_SDK = "These containers lack Docker's SDK for Python: the page's tab Python is not for them."
# What is otherwise in these containers, where a page types or prints such words.
OTHERWISE = {
    r"systemctl|/etc/default/docker": "These containers have no systemd: the page's systemctl works on a machine only.",
    r"ufw|firewall-cmd|firewalld": "They have neither ufw nor firewalld: that part works on a machine only.",
    r"docker-registry|exportfs": "They have no docker-registry and no exportfs: that part works on a machine only.",
    r"/var/lib/containerd|grep -r.* /var/lib/docker": (
        "Here, dockerd starts containerd itself: what the page has in /var/lib/containerd is in "
        "/var/lib/docker/containerd/daemon."
    ),
    # https://github.com/moby/moby/blob/docker-v29.7.2/daemon/command/daemon_unix.go#L45-L56
    r"644 \S+": (
        "Here, dockerd starts containerd, which has the umask 0 from it since Engine 29, as has docker exec: all may write "
        "what that creates."
    ),
    r"Network is unreachable": (
        "The hosts have a default route, by your own Docker: what the page's hosts find unreachable may get no answer here."
    ),
    r"/etc/resolv\.conf": (
        "The hosts' nameserver is Docker's, 127.0.0.11. A container on their default bridge cannot reach it, and has "
        "8.8.8.8 and 8.8.4.4 instead."
    ),
}
TRANSLATE = "iptables -t nat -A POSTROUTING -j MASQUERADE"
OUTSIDE = "198.18.255"  # where there are routers, their way to registries, and that of the hosts through them


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
    return _head(walkthrough) + yaml.safe_dump(told, sort_keys=False, width=120)


def lacks_sdk(walkthrough: Walkthrough) -> bool:
    """Whether the page asks for what the hosts do not have, Docker's SDK: it has a Python track."""
    return any(one.kind == "Python" for one in walkthrough.snippets.values())


def _head(walkthrough: Walkthrough) -> str:
    """What the file says of itself, as comments: what was proven of it, and what is otherwise in its hosts."""
    image, text = ENGINES[ENGINE].image, _text(walkthrough)
    said = [CARRIES.format(image=image) if walkthrough.name in PROVEN else ALIKE]
    said += [sentence for words, sentence in OTHERWISE.items() if re.search(rf"(?<![\w-])({words})(?![\w-])", text)]
    said += [NO_SDK] if lacks_sdk(walkthrough) else []
    needs = ROUTERS if walkthrough.routers else OTHERS
    head = HEAD.format(page=walkthrough.name, host=next(iter(walkthrough.places)), **needs)
    return indent(head + fill(" ".join(said), 118) + "\n", "# ")


def _text(walkthrough: Walkthrough) -> str:
    """What the page's Shell track types and prints on the Engine of the hosts."""
    plain = [one for one in walkthrough.snippets.values() if one.kind == "Shell" and not one.is_variant]
    return "\n".join(walkthrough.on(ENGINE, one).text for one in plain)


def _tools(walkthrough: Walkthrough) -> str:
    """The packages of the programs that the page types."""
    words = set(re.findall(r"[\w-]+", _text(walkthrough)))
    return " ".join([TOOLS, *(package for program, package in TOOLS_OF.items() if program in words)])


def _service(walkthrough: Walkthrough, name: str) -> dict:
    """A host: its interfaces are those of the page."""
    places = walkthrough.places
    addresses = places[name]
    joined = {_name(network_of(address)): {"ipv4_address": address} for address in addresses}
    service = {
        "image": ENGINES[ENGINE].image,
        "hostname": name,
        "privileged": True,
        "entrypoint": [],
        # Once it is healthy, it is left alone: a check is a process on the host.
        "healthcheck": {
            "test": ["CMD", "docker", "info"],
            "start_period": "5m",
            "start_interval": "2s",
            "interval": "1h",
        },
        "networks": joined,
    }
    start = []
    if len(addresses) > 1:
        joined["outside"] = {}
        for number, one in enumerate(joined.values()):  # else, the Engine joins them in any order
            one["interface_name"] = f"eth{number}"
        start += [f"ip route replace default via {OUTSIDE}.{BRIDGE}", f"{TRANSLATE} -o eth{len(addresses)}"]
        service["sysctls"] = {"net.ipv4.ip_forward": "1"}
    if way := way_out(name, places):
        start.append(f"ip route replace default via {way}")
        routers = [router for router, theirs in places.items() if len(theirs) > 1]
        service["depends_on"] = {router: {"condition": "service_healthy"} for router in routers}
    start += [f"apk add -q {_tools(walkthrough)}", "exec dockerd-entrypoint.sh dockerd"]
    service["entrypoint"] = ["sh", "-ec", "; ".join(start)]
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
