"""Tells a topology: its facts in sentences, good enough to replace the picture."""

from overnet.counted import counted
from overnet.topology.facts import Topology, images, peers, short

WORDS = {
    "en": {
        "title network": "Networks and containers, as measured",
        "title storage": "Storage and containers, as measured",
        "title layers": "Image layers, as measured",
        "nothing": "Nothing is there.",
        "network": "Network {0} ({1}): {2}.",
        "internal": "internal",
        "encrypted": "encrypted",
        "parent": "parent {0}",
        "vni": "VXLAN network identifier {0}",
        "peers": "Peers of {1}: {2}.",
        "peers known": "Peers of {1} that {0} knows: {2}.",
        "nobody": "no containers",
        "container": "{0} on {1}",
        "address": "address {0}",
        "shares": "{1} on {0} uses the network of {2}.",
        "alone": "{1} on {0} is on no network.",
        "port": "Port {1} of {0} leads to port {2} of {3}.",
        "service": "Service {0}: {1}.",
        "global": "one on each node",
        "virtual": "virtual address {1} on {0}",
        "mesh": "Port {1} of every node leads to port {2} of service {0}.",
        "volume": "Volume {1} on {0} ({2}).",
        "export": "Volume {1} on {0} is {2} by NFS.",
        "mount": "{0} on {1} has {2} {3} at {4} ({5}).",
        "propagation": "propagation {0}",
        "layers": "Image {1} on {0} has the layers, from the bottom: {2}.",
        "writable": "Container {1} on {0} adds a writable layer to image {2}.",
        "and": ", ",
    },
    "zh": {
        "title network": "实测的网络与容器",
        "title storage": "实测的存储与容器",
        "title layers": "实测的镜像层",
        "nothing": "什么都没有。",
        "network": "网络 {0}（{1}）：{2}。",
        "internal": "内部网络",
        "encrypted": "加密",
        "parent": "父接口 {0}",
        "vni": "VXLAN 网络标识 {0}",
        "peers": "{1} 的对等节点：{2}。",
        "peers known": "{0} 所知的 {1} 的对等节点：{2}。",
        "nobody": "没有容器",
        "container": "{1} 上的 {0}",
        "address": "地址 {0}",
        "shares": "{0} 上的 {1} 使用 {2} 的网络。",
        "alone": "{0} 上的 {1} 不在任何网络上。",
        "port": "{0} 的端口 {1} 通往容器 {3} 的端口 {2}。",
        "service": "服务 {0}：{1}。",
        "global": "每个节点一个任务",
        "virtual": "在 {0} 上的虚拟地址 {1}",
        "mesh": "每个节点的端口 {1} 都通往服务 {0} 的端口 {2}。",
        "volume": "{0} 上的数据卷 {1}（{2}）。",
        "export": "{0} 上的数据卷 {1} 就是 NFS 上的 {2}。",
        "mount": "{1} 上的 {0} 在 {4} 处挂载了 {2} {3}（{5}）。",
        "propagation": "传播方式 {0}",
        "layers": "{0} 上的镜像 {1} 的层，自下而上：{2}。",
        "writable": "{0} 上的容器 {1} 在镜像 {2} 之上加了一个可写层。",
        "and": "、",
    },
}


def title(topology: Topology, language: str) -> str:
    """What the diagram shows, in a few words of `language` ("en" or "zh")."""
    return WORDS[language][f"title {topology.view}"]


def words(topology: Topology, language: str) -> list[str]:
    """The sentences."""
    say = WORDS[language]
    join = say["and"].join
    told = []
    for place, name, driver, subnet, vni in topology.of("network"):
        about = [driver, subnet] if subnet != "-" else [driver]
        about += [another for _, another in topology.about("subnet", place, name)]
        about += [say[kind] for kind in traits(topology, place, name)]
        about += [say["parent"].format(interface) for _, interface in topology.about("parent", place, name)]
        about += [say["vni"].format(vni)] if vni != "-" else []
        on = [
            join([say["container"].format(who, host), *addresses(topology, host, who, name, say["address"])])
            for host, who, where, *_ in topology.of("container")
            if where == name and place in (host, "swarm")
        ]
        told.append(say["network"].format(name, join(about), join(on) or say["nobody"]))
        for host, known in peers(topology, name).items():
            told.append(say["peers known" if host else "peers"].format(host, name, join(known)))
    told += [say[kind].format(*fact) for kind in ("shares", "alone") for fact in topology.of(kind)]
    for host, who, outside, inside in topology.of("port") + topology.of("binding"):
        told.append(say["port"].format(host, outside, inside, who))
    for place, name, replicas in topology.of("service"):
        about = [say["global"] if replicas == "global" else counted(int(replicas), "replica", language)]
        about += [say["virtual"].format(*virtual) for _, *virtual in topology.about("virtual", place, name)]
        told.append(say["service"].format(name, join(about)))
    told += [say["mesh"].format(*mesh) for _, *mesh in topology.of("mesh")]
    told += [say[kind].format(*fact) for kind in ("volume", "export") for fact in topology.of(kind)]
    for host, who, kind, source, target, mode in topology.of("mount"):
        propagations = [how for _, where, how in topology.about("propagation", host, who) if where == target]
        modes = join([mode, *(say["propagation"].format(how) for how in propagations)])
        told.append(say["mount"].format(who, host, kind, source, target, modes))
    for host, tag, digests in images(topology):
        told.append(say["layers"].format(host, tag, join(map(short, digests))))
    told += [say["writable"].format(*fact) for fact in topology.of("writable")]
    return told or [say["nothing"]]


def traits(topology: Topology, place: str, network: str) -> list[str]:
    """Which of these kinds of fact there is about a network: internal, encrypted."""
    return [kind for kind in ("internal", "encrypted") for _ in topology.about(kind, place, network)]


def addresses(topology: Topology, host: str, container: str, network: str, form: str) -> list[str]:
    """The addresses of a container on a network, each in `form`."""
    facts = [*topology.about("container", host, container), *topology.about("address", host, container)]
    return [form.format(address) for _, where, address, *_ in facts if where == network and address != "-"]
