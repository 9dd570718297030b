"""Runs inside a host: prints what its Engine has, as the facts of a view (see facts), one a line.

Arguments: the view ("network", "storage" or "layers"), the host's name, and ADDRESS=NAME for each host of the lab.
Shows what the page made: the Engine's own networks appear only where containers are on them. The Engine is asked by its
API, since to load its SDK takes longer than all the rest.
"""

import json
import re
import socket
import sys
from http.client import HTTPConnection
from pathlib import Path


class Engine(HTTPConnection):
    """The host's Docker Engine."""

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect("/run/docker.sock")

    def ask(self, *path):
        """What is at a path of the API; a Docker Engine's refusal ends the program."""
        self.request("GET", "/" + "/".join(path))
        answer = self.getresponse()
        told = json.load(answer)
        return told if answer.status == 200 else sys.exit(told["message"])


VIEW, HOST, *others = sys.argv[1:]
hosts = dict(other.split("=") for other in others)
ask = Engine("localhost").ask
containers = [ask("containers", container["Id"], "json") for container in ask("containers", "json")]
names = {container["Id"]: container["Name"].lstrip("/") for container in containers}
interfaces = {Path(file, "ifindex").read_text("utf-8"): file.name for file in Path("/sys/class/net").iterdir()}


def network():
    used = {name for container in containers for name in container["NetworkSettings"]["Networks"]}
    for found in ask("networks"):
        if found["ConfigOnly"]:  # no network, only what others are made of
            continue
        if found["Name"] not in ("bridge", "host", "none", "ingress", "docker_gwbridge") or found["Name"] in used:
            switch(ask("networks", found["Id"]))
    for container in containers:
        endpoints(container)
    if ask("info")["Swarm"].get("ControlAvailable"):
        services()


def switch(found):
    """A network, and what is said of it."""
    name, driver = found["Name"], found["Driver"]
    place = "swarm" if found["Scope"] == "swarm" else HOST
    subnet, *others = [config["Subnet"] for config in found["IPAM"]["Config"] or ()] or "-"
    options = found["Options"] or {}
    print(place, "network", name, driver, subnet, options.get("com.docker.network.driver.overlay.vxlanid_list", "-"))
    for other in others:
        print(place, "subnet", name, other)
    if found["Internal"]:
        print(place, "internal", name)
    if "encrypted" in options:
        print(place, "encrypted", name)
    if driver in ("macvlan", "ipvlan"):
        print(place, "parent", name, options.get("parent", "-"))
    if peers := found.get("Peers"):
        print(HOST, "peers", name, ",".join(sorted(hosts.get(peer["IP"], peer["IP"]) for peer in peers)))


def endpoints(container):
    """A container on each of its networks, and its ports."""
    name, settings = container["Name"].lstrip("/"), container["NetworkSettings"]
    for on, endpoint in settings["Networks"].items():
        address, mac = endpoint["IPAddress"] or "-", endpoint["MacAddress"] or "-"
        print(HOST, "container", name, on, address, mac, *wire(container, mac))
        if endpoint["GlobalIPv6Address"]:
            print(HOST, "address", name, on, endpoint["GlobalIPv6Address"])
    if not settings["Networks"]:
        other = container["HostConfig"]["NetworkMode"].removeprefix("container:")
        print(HOST, "shares", name, names[other]) if other in names else print(HOST, "alone", name)
    for port, bindings in settings["Ports"].items():
        for binding in bindings or ():
            if binding["HostPort"]:  # of a routed network, none is
                publish(name, port, binding["HostIp"], binding["HostPort"])


def services():
    """The swarm's services, with their addresses and their ports on every node."""
    networks = {found["Id"]: found["Name"] for found in ask("networks")}
    for service in ask("services"):
        name, endpoint = service["Spec"]["Name"], service["Endpoint"]
        print("swarm service", name, service["Spec"]["Mode"].get("Replicated", {}).get("Replicas", "global"))
        for virtual in endpoint.get("VirtualIPs", []):
            if "Addr" in virtual:  # a network of which each node has its own gives none
                print("swarm virtual", name, networks[virtual["NetworkID"]], virtual["Addr"])
        for port in endpoint.get("Ports", []):
            if port["PublishMode"] == "ingress":  # else it is its tasks' containers that have it
                print("swarm mesh", name, port["PublishedPort"], f"{port['TargetPort']}/{port['Protocol']}")


def publish(name, port, address, outside):
    """A port that its user chose, on all addresses, is one fact for IPv4 and IPv6."""
    everywhere = address in ("", "0.0.0.0", "::")
    if everywhere and int(outside) < 32768:
        print(HOST, "port", name, outside, port)
    elif address != "::":
        shown = f"[{address}]" if ":" in address else address or "0.0.0.0"
        print(HOST, "binding", name, f"{shown}:{outside}", port)


def wire(container, mac):
    """The host's end of the container's interface with address `mac`, and the bridge that it is plugged into."""
    for inside in Path(f"/proc/{container['State']['Pid']}/root/sys/class/net").glob("*"):  # none, once it has ended
        if (inside / "address").read_text("utf-8").strip() == mac:
            outside = interfaces.get((inside / "iflink").read_text("utf-8"), "-")
            bridge = Path("/sys/class/net", outside, "master")
            return (outside, bridge.resolve().name) if outside != "-" and bridge.exists() else ("-", "-")
    return "-", "-"


def storage():
    for volume in ask("volumes")["Volumes"] or ():
        name, options = volume["Name"], volume["Options"] or {}
        print(HOST, "volume", name, volume["Driver"])
        if options.get("type") == "nfs":
            server = re.search(r"\baddr=([^,]+)", options["o"])[1]
            print(HOST, "export", name, f"{hosts.get(server, server)}:{options['device'].removeprefix(':')}")
    for container in containers:
        name = container["Name"].lstrip("/")
        for mount in container["Mounts"]:
            source = mount.get("Name") or mount["Source"] or "memory"
            print(HOST, "mount", name, mount["Type"], source, mount["Destination"], "rw" if mount["RW"] else "ro")
            if mount.get("Propagation") not in (None, "", "rprivate"):
                print(HOST, "propagation", name, mount["Destination"], mount["Propagation"])
        for path in container["HostConfig"].get("Tmpfs") or ():
            print(HOST, "mount", name, "tmpfs", "memory", path, "rw")


def layers():
    for image in (ask("images", listed["Id"], "json") for listed in ask("images", "json")):
        for tag in image["RepoTags"] or ():
            for number, layer in enumerate(image["RootFS"]["Layers"], 1):
                print(HOST, "layer", tag, number, layer)
    for container in containers:
        print(HOST, "writable", container["Name"].lstrip("/"), container["Config"]["Image"])


{"network": network, "storage": storage, "layers": layers}[VIEW]()
