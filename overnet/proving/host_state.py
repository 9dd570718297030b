"""Reads a host's listing (see listing) as things: what each is called in messages, and what it is like.

Left out is what changes by itself, and what comes and goes with another thing that is named.
"""

import re
from collections.abc import Iterator, Mapping

from overnet.proving.firewall import iptables, nftables

Lines = list[str]
Thing = tuple[str, str]

# Counters, and values that the kernel sets anew: seen to differ on idle hosts, or described so in the kernel's
# Documentation/admin-guide/sysctl (aio-nr, entropy_avail, perf_event_max_sample_rate, tainted, pty/nr).
COUNTERS = re.compile(
    r"fs\.(aio-nr|dentry-state|file-nr|inode-nr|inode-state|quota\..*)"
    r"|kernel\.(ns_last_pid|perf_event_max_sample_rate|pty\.nr|random\.(uuid|entropy_avail)|tainted)"
    r"|net\.netfilter\.nf_conntrack_count"
)
# What the Engine keeps for a container, which is named itself: its network namespace, file systems, limits, processes.
CONTAINERS = re.compile(r"/(var/lib|run)/(docker|containerd)/|/sys/fs/cgroup/([^/]+/)?docker(/|$)")
CONTAINERS_PROCESSES = re.compile(r"(\S*/)?(containerd-shim|docker-proxy)")
# What programs keep for their next start: BuildKit and Buildx of builds (that of 26.1 also a file of each from standard
# input), Python of modules; and the empty folders that `ip netns` and `mount` make once.
CACHES = re.compile(
    r"/run/runc(/.*)?|/root/\.docker(/buildx(/.*)?)?|/tmp/(dockerfile|empty-dir)\d+(/.*)?|.*/__pycache__(/.*)?"
    r"|/run/netns|/run/mount(/.*)?"
)
# What the kernel says of a route or a queue beside what it is.
PASSING = re.compile(r" (linkdown|dead|pref medium|error -?\d+|expires \w+|refcnt \d+)(?= |$)")
# The address that the kernel makes of an interface's MAC when it first comes up (RFC 4291, appendix A), and its route.
LINK_LOCAL = re.compile(r"fe80::[\da-f:]*ff:fe[\da-f:]+/64|fe80::/64 .* proto kernel")


def things(listing: Mapping[str, Lines]) -> dict[str, str]:
    """All things of a listing: what each is called ("volume data", "sysctl vm.swappiness"), and what it is like; of two
    with the same name, the second one is called "… (2)"."""
    found: dict[str, str] = {}
    for thing, like in _all(listing):
        name, number = thing, 1
        while name in found:
            number += 1
            name = f"{thing} ({number})"
        found[name] = like
    return found


def _all(listing: Mapping[str, Lines]) -> Iterator[Thing]:
    for line in listing["engine"]:
        thing, _, like = line.partition("\t")
        yield thing, like
    ipv4, ipv6 = listing["IPv4"], listing["IPv6"]
    for thing in (
        *iptables("firewall rule", ipv4),
        *iptables("IPv6 firewall rule", ipv6),
        *nftables(listing["nftables"], ipv4, ipv6),
    ):
        yield thing, ""
    yield from _network(listing)
    for line in listing["sysctls"]:
        key, _, value = line.partition(" = ")
        if not COUNTERS.fullmatch(key):
            yield f"sysctl {key}", value
    yield from _mounts(listing["mounts"])
    yield from _processes(listing["processes"])
    yield from ((f"System V IPC object {' '.join(line.split()[:2])}", "") for line in listing["ipc"])
    yield from ((f"cgroup {path}", "") for path in listing["cgroups"] if not CONTAINERS.match(path))
    yield from _files(listing["files"], listing["contents"])


def _network(listing: Mapping[str, Lines]) -> Iterator[Thing]:
    for line in listing["links"]:
        _, name, about = line.split(": ", 2)
        flags = {"UP", "PROMISC", "NOARP", "ALLMULTI"} & set(about[1 : about.index(">")].split(","))
        known = re.findall(r"(?:mtu|master|link/\w+) \S+", about)
        yield f"interface {name.partition('@')[0]}", " ".join([*sorted(flags), *known])
    for line in listing["addresses"]:
        _, interface, _, address, *more = line.split()
        if not LINK_LOCAL.match(address):
            peer = f" peer {more[1]}" if more[0] == "peer" else ""
            yield f"address {address}{peer} on {interface}", ""
    for line in listing["routes"]:
        # The kernel keeps its table of local addresses itself.
        if not (LINK_LOCAL.match(line) or re.search(r" table local proto kernel ", line)):
            yield f"route {PASSING.sub('', line).strip()}", ""
    yield from ((f"policy rule {' '.join(line.split())}", "") for line in listing["rules"])
    yield from ((f"neighbour {line.strip()}", "") for line in listing["neighbours"])
    for line in listing["queues"]:
        if not line.startswith("qdisc noqueue "):
            yield f"queue {PASSING.sub('', line.removeprefix('qdisc ')).strip()}", ""
    for line in listing["offloads"]:
        interface, feature, value = line.split(" ", 2)
        yield f"offload {feature.removesuffix(':')} of {interface}", value
    yield from ((f"IPsec {line.strip()}", "") for line in listing["IPsec"] if line.startswith("src "))


def _mounts(mountinfo: Lines) -> Iterator[Thing]:
    """Mount points (see proc_pid_mountinfo(5)); the numbers of peer groups do not count."""
    for line in mountinfo:
        own, _, system = line.partition(" - ")
        _, _, _, root, point, options, *propagation = own.split()
        if not (CONTAINERS.match(point) or CACHES.fullmatch(point)):
            kinds = [kind.partition(":")[0] for kind in propagation]
            yield f"mount {point}", " ".join([*system.split()[:2], root, options, *kinds])


def _processes(listed: Lines) -> Iterator[Thing]:
    """Processes, without what the Engine runs for a container: its shim, all below it, and what forwards its ports."""
    rows = [line.split(None, 3) for line in listed]
    commands = {pid: command for pid, _, _, command in rows}
    parents = {pid: parent for pid, parent, _, _ in rows}
    for pid, command in commands.items():
        above = pid
        while above in commands and not CONTAINERS_PROCESSES.match(commands[above]):
            above = parents[above]
        if above not in commands:
            yield f"process {command}", ""


def _files(listed: Lines, hashed: Lines) -> Iterator[Thing]:
    """Files and folders: kind, permissions and owner, and the content, or, where it is not read, size and time."""
    contents = {path: digest for digest, _, path in (line.partition("  ") for line in hashed)}
    for line in dict.fromkeys(listed):  # a mount point is listed on both sides
        path, _, like = line.partition("\t")
        if not CACHES.fullmatch(path):
            yield f"file {path}", f"{like} {contents.get(path, '')}"
