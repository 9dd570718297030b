"""What a page may leave on its hosts: their state after its clean-up, held against the state before."""

import re
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

from overnet.engines import REFERENCE, named
from overnet.labs.host import Host
from overnet.proving.host_state import things
from overnet.proving.listing import listing

State = dict[str, str]  # see things
SETTLE_SECONDS = 5
OF_INTERFACES = ("address", "route", "firewall", "neighbour", "queue", "offload")  # which go with their interface
# What is not the page's to bring back. Docker leaves its chain for the published ports of a swarm, without a port; what
# its load balancer sets; and, from the first IPv6 network on, that the host forwards IPv6, and drops it by default.
# With Debian's NFS server, systemd starts what goes on without it (files/host/nfs does here), and it keeps notes. ufw
# and firewalld keep theirs, too, and an Engine that was restarted is another process.
OTHERS = re.compile(
    r"firewall rule (-t nat )?-[AN] .*DOCKER-INGRESS( -j RETURN)? is left"
    r"|sysctl net\.ipv4\.vs\.(conn_reuse_mode is 0|expire_nodest_conn is 1|expire_quiescent_template is 1), and was \d"
    r"|sysctl net\.ipv6\.conf\.\S+\.forwarding is 1, and was 0"
    r"|IPv6 firewall rule -P FORWARD DROP is left"
    r"|(process (rpcbind|nfsdcld)|mount (/run/rpc_pipefs|/proc/fs/nfsd)) is left"
    r"|file (/run/rpcbind\.(lock|sock)|/run/rpc_pipefs|/var/lib/nfs/\S+) is left"
    r"|file (/run/ufw\.lock|/run/firewalld|/var/log/firewalld) is left"
    r"|file /run/docker\.pid is changed"
)
# What some Engines leave by themselves. 20.10 makes the folder of the device mapper when it looks for one; machines
# with one have it. Up to 26.1, Engines that make two networks at once may write their jump to DOCKER-USER twice, as
# nothing locks it: https://github.com/moby/moby/blob/v26.1.5/libnetwork/controller.go#L703-L709
JUMP = r"firewall rule -A FORWARD -j DOCKER-USER \(2\) is left"
BY_ENGINE = {"20.10": re.compile(rf"file /dev/mapper is left|{JUMP}"), "26.1": re.compile(JUMP)}


def states(hosts: Mapping[str, Host]) -> dict[str, State]:
    """The state of each host, by name; all are asked at once. Raises Problem if one does not answer."""
    with ThreadPoolExecutor(len(hosts)) as pool:
        return dict(zip(hosts, map(things, pool.map(listing, hosts.values()))))


def left(
    hosts: Mapping[str, Host], before: Mapping[str, State], images: tuple[str, ...], engine: str = REFERENCE
) -> list[str]:
    """What is on the hosts otherwise than `before`, as sentences like "on node1: volume data is left"; what ends within
    some seconds is not left. `images`, `engine`: see left_behind."""
    deadline = time.monotonic() + SETTLE_SECONDS * max(host.patience for host in hosts.values())
    while True:
        after = states(hosts)
        lines = [
            f"on {name}: {line}" for name in hosts for line in left_behind(before[name], after[name], images, engine)
        ]
        if not lines or time.monotonic() > deadline:
            return lines


def left_behind(before: State, after: State, images: tuple[str, ...], engine: str = REFERENCE) -> list[str]:
    """What a page added and did not remove, what it removed and did not bring back, and what it changed, as sentences;
    but for what programs, and this `engine`, leave by themselves.

    Pulled `images` may stay, whatever their tag or digest: they are the page's needs, not its products. What belongs to
    another thing that is left or gone is not told: what is in a folder or a table, and what names an interface.
    """
    needed = {f"image {_untagged(image)}" for image in images}
    left = [thing for thing in after if thing not in before and _untagged(thing) not in needed]
    gone = [thing for thing in before if thing not in after]
    sentences = [f"{thing} is left" for thing in _apart(left)] + [f"{thing} is gone" for thing in _apart(gone)]
    for thing, was in before.items():
        if (now := after.get(thing, was)) != was:
            what = "changed" if thing.startswith("file ") else f"{now}, and was {was}"
            sentences.append(f"{thing} is {what}")
    if _rules(before, after) != _rules(after, before):
        sentences.append("firewall rules are in another order")
    others = (OTHERS, BY_ENGINE.get(named(engine), OTHERS))
    return sorted(sentence for sentence in sentences if not any(other.fullmatch(sentence) for other in others))


def _rules(state: State, other: State) -> list[str]:
    """The firewall rules that both states have, in the order of the first."""
    return [thing for thing in state if thing in other and "firewall rule" in thing]


def _untagged(image: str) -> str:
    """An image's name without its tag, its digest, or both."""
    return re.sub(r"(:[^:/@]+)?(@.*)?$", "", image)


def _apart(names: list[str]) -> Iterator[str]:
    """Those of the things that belong to no other of them. A sysctl comes and goes with what it sets."""
    known = set(names)
    interfaces = {name.split()[1] for name in names if name.startswith("interface ")}
    for name in names:
        kind, *words = name.split()
        around = {name.rpartition("/")[0], name.split(", ")[0], name.split(": ")[0]} - {name}
        of_interface = kind in OF_INTERFACES and interfaces.intersection(words)
        if not (kind == "sysctl" or known & around or of_interface):
            yield name
