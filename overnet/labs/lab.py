"""Labs: the hosts of one page, isolated and disposable, joined by a network."""

import ipaddress
import json
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool, Mount

from overnet.engines import REFERENCE
from overnet.errors import Problem
from overnet.labs.engine import Engine
from overnet.labs.host import Host, explained, reason
from overnet.labs.outer import LAB_LABEL, OURS, Outer, wait_for_engine
from overnet.labs.reaper import LABEL, sweep

SUBNETS = ipaddress.ip_network("198.18.0.0/15")  # RFC 2544: for tests of networks, so no page and no LAN uses it


class Lab:
    """The hosts of one page on a network of their own, with a DNS and a registry that answer at once.

    A context manager; `hosts` maps the names to the hosts, each with a Docker Engine that is ready.
    """

    def __init__(
        self,
        outer: Outer,
        name: str,
        hosts: Sequence[str],
        daemon: Mapping[str, dict] | None = None,
        engine: str = REFERENCE,
    ) -> None:
        """outer: where to make it; name: what to call the lab in messages; hosts: their names; daemon: the daemon.json of some of them; engine:
        that of all of them."""
        self._outer, self._name = outer, name
        usual = outer.ready and (list(outer.ready["hosts"]), outer.hosts) == (list(hosts), engine)
        self._ready = outer.ready if usual and not daemon else None
        self._id = self._ready["id"] if self._ready else f"overnet-{outer.run}-{next(outer.lab_numbers)}"
        self._names = list(hosts)
        self._daemon = daemon or {}
        self._engine = engine
        self.hosts: dict[str, Host] = {}

    def __enter__(self) -> "Lab":
        if self._ready:
            self._outer.ready, self.hosts = None, _hosts(self._outer.api, self._ready)
            return self
        try:
            with explained(f"lab {self._name} did not start"):
                self._start_all()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove the hosts and their network; those that were ready go with their machine."""
        if self._ready:
            return
        with explained(f"lab {self._name} was not removed"):
            sweep(self._outer.api, f"{LAB_LABEL}={self._id}")

    def version(self) -> str:
        """What `docker version` says of the hosts' Engine."""
        first = self.hosts[self._names[0]]
        _, output = first.run(["docker", "version", "--format", "{{.Server.Version}}"])
        return output.decode().strip()

    def describe(self) -> dict:
        """Return what another process needs for `attach`, and another lab to be this one, as JSON's types."""
        told = ("container", "address", "patience")
        hosts = {host.name: {key: getattr(host, key) for key in told} for host in self.hosts.values()}
        return {"id": self._id, "engine": self._outer.engine.address, "hosts": hosts}

    def _start_all(self) -> None:
        subnet = self._network()
        services = str(subnet[2])
        api, patience = self._outer.api, self._outer.patience
        for number, name in enumerate(self._names):
            self.hosts[name] = Host(api, name, f"{self._id}-{name}", str(subnet[11 + number]), patience)
        with ThreadPoolExecutor(len(self._names) + 1) as pool:
            started = [pool.submit(self._start_services, services)]
            started += [pool.submit(self._start_host, host, services) for host in self.hosts.values()]
        for one in started:
            one.result()

    def _network(self) -> ipaddress.IPv4Network:
        """Create the lab's network on the first free subnet."""
        api = self._outer.api
        configs = [config for network in api.networks() for config in network["IPAM"]["Config"] or []]
        used = [ipaddress.ip_network(config["Subnet"]) for config in configs if config.get("Subnet")] + _routes()
        for subnet in SUBNETS.subnets(new_prefix=24):
            if any(one.version == 4 and one.overlaps(subnet) for one in used):
                continue
            ipam = IPAMConfig(pool_configs=[IPAMPool(subnet=str(subnet), gateway=str(subnet[1]))])
            try:
                labels = {LABEL: self._outer.run, LAB_LABEL: self._id}
                api.create_network(self._id, "bridge", ipam=ipam, internal=True, labels=labels)
                return subnet
            except docker.errors.APIError as error:
                if "overlap" not in reason(error):  # another run was faster
                    raise
        raise Problem(f"no /24 of {SUBNETS} is free for lab {self._name}: remove networks of the Docker Engine")

    def _start(self, name: str, address: str, **options: object) -> None:
        endpoint = self._outer.api.create_endpoint_config(ipv4_address=address)
        networking = self._outer.api.create_networking_config({self._id: endpoint})
        self._outer.start(name, self._id, self._id, networking_config=networking, **options)

    def _start_services(self, address: str) -> None:
        data = Mount("/registry", str(self._outer.registry), type="bind", read_only=True)
        records = [f"{host.name},{host.address}" for host in self.hosts.values()]
        entrypoint = ["tini", "--", "sh", f"{OURS}/services"]
        self._start(f"{self._id}-services", address, entrypoint=entrypoint, command=records, mounts=[data])

    def _start_host(self, host: Host, services: str) -> None:
        settings = [json.dumps(self._daemon[host.name])] if host.name in self._daemon else []
        command = [services, *settings]
        self._start(host.container, host.address, engine=self._engine, hostname=host.name, command=command)
        wait_for_engine(host, f"curl --silent --fail --output /dev/null http://{services}:5000/v2/")


def attach(description: dict) -> dict[str, Host]:
    """Return the hosts of a running lab, from what its `describe` returned."""
    return _hosts(Engine(description["engine"], private=False).client(), description)


def _hosts(api: docker.APIClient, description: dict) -> dict[str, Host]:
    return {name: Host(api, name, **host) for name, host in description["hosts"].items()}


def _routes() -> list[ipaddress.IPv4Network]:
    """The IPv4 networks this machine has routes to, without the default route (Linux; else none are known)."""
    table = Path("/proc/net/route")
    if not table.exists():
        return []
    rows = [line.split() for line in table.read_text("utf-8").splitlines()[1:]]
    pairs = [(int(row[1], 16).to_bytes(4, sys.byteorder), int(row[7], 16).to_bytes(4, sys.byteorder)) for row in rows]
    networks = [ipaddress.ip_network((address, str(ipaddress.IPv4Address(mask)))) for address, mask in pairs]
    return [network for network in networks if network.prefixlen]
