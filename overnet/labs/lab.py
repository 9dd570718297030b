"""Labs: the hosts of one page, isolated and disposable, joined by a network."""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Network

import docker

from overnet.engines import REFERENCE
from overnet.errors import Problem
from overnet.labs import layout, network
from overnet.labs.engine import Engine
from overnet.labs.host import Host, explained
from overnet.labs.layout import Places
from overnet.labs.outer import LAB_LABEL, OURS, Outer, wait_for_engine
from overnet.labs.reaper import LABEL, sweep
from overnet.matching.addresses import network_of

_FORWARDS = {"net.ipv4.ip_forward": "1"}


class Lab:
    """The hosts of one page on networks of their own, with a DNS and a registry that answer at once.

    A context manager; `hosts` maps the names to the hosts, each with a Docker Engine that is ready.
    """

    def __init__(
        self,
        outer: Outer,
        name: str,
        hosts: Sequence[str] | Places,
        daemon: Mapping[str, dict] | None = None,
        engine: str = REFERENCE,
    ) -> None:
        """outer: where to make it; name: what to call the lab in messages; hosts: their names, or their places on the
        page (see layout.Places); daemon: the daemon.json of some of them; engine: that of all of them."""
        self._outer, self._name = outer, name
        self._places = hosts if isinstance(hosts, Mapping) else layout.usual(hosts)
        ready = outer.ready and (layout.usual(list(outer.ready["hosts"])), outer.default_engine)
        self._ready = outer.ready if ready == (self._places, engine) and not daemon else None
        self._id = self._ready["id"] if self._ready else f"overnet-{outer.run}-{next(outer.lab_numbers)}"
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
        """Remove the hosts and their networks; those that were ready go with their machine."""
        if self._ready:
            return
        with explained(f"lab {self._name} was not removed"):
            sweep(self._outer.api, f"{LAB_LABEL}={self._id}")

    def version(self) -> str:
        """The version of the hosts' Engine, as its API says it."""
        first = next(iter(self.hosts.values()))
        version = "http://localhost/version"
        status, output = first.run(["curl", "--silent", "--fail", "--unix-socket", "/run/docker.sock", version])
        if status:
            raise Problem(f"host {first.name}: its Docker Engine does not say its version")
        return json.loads(output)["Version"]

    def describe(self) -> dict:
        """Return what another process needs for `attach`, and another lab to be this one, as JSON's types."""
        told = ("container", "address", "patience", "others")
        hosts = {host.name: {key: getattr(host, key) for key in told} for host in self.hosts.values()}
        return {"id": self._id, "engine": self._outer.engine.address, "hosts": hosts}

    def _start_all(self) -> None:
        subnets = self._networks()
        api, patience = self._outer.api, self._outer.patience
        for name, addresses in self._places.items():
            address, *others = (layout.moved(address, subnets) for address in addresses)
            self.hosts[name] = Host(api, name, f"{self._id}-{name}", address, patience, tuple(others))
        services = {each: str(subnet[network.SERVICES]) for each, subnet in subnets.items()}
        with ThreadPoolExecutor(len(self.hosts) + 1) as pool:
            started = [pool.submit(self._start_services, list(services.values()))]
            for name, host in self.hosts.items():
                gateway = layout.way_out(name, self._places)
                there = services[network_of(self._places[name][0])]
                started.append(pool.submit(self._start_host, host, there, gateway and layout.moved(gateway, subnets)))
        for one in started:
            one.result()

    def _networks(self) -> dict[str, IPv4Network]:
        """Create the lab's networks; returns the subnet that stands for each network of the page."""
        wanted = layout.networks(self._places)
        labels = {LABEL: self._outer.run, LAB_LABEL: self._id}
        routed = len(wanted) > 1
        return {each: network.create(self._outer.api, self._id, labels, routed) for each in wanted}

    def _start(self, name: str, addresses: Sequence[str], **options: object) -> None:
        """Start a container with these addresses, each in a network of its own; the first is that of its eth0, and so
        on."""
        api = self._outer.api
        (first, address), *others = ((network.name(self._id, address), address) for address in addresses)
        networking = api.create_networking_config({first: api.create_endpoint_config(ipv4_address=address)})
        self._outer.start(name, self._id, first, networking_config=networking, **options)
        for other, address in others:
            api.connect_container_to_network(name, other, ipv4_address=address)

    def _start_services(self, addresses: Sequence[str]) -> None:
        records = [f"{host.name},{host.address}" for host in self.hosts.values()]
        entrypoint = ["tini", "--", "sh", f"{OURS}/services"]
        self._start(
            f"{self._id}-services", addresses, entrypoint=entrypoint, command=records, mounts=[self._outer.images]
        )

    def _start_host(self, host: Host, services: str, gateway: str | None) -> None:
        settings = [json.dumps(self._daemon[host.name])] if host.name in self._daemon else []
        command = [services, *settings]
        options = {"engine": self._engine, "hostname": host.name, "command": command}
        self._start(host.container, host.addresses, sysctls=_FORWARDS if host.others else {}, **options)
        if host.others:
            _route(host, "delete", "default")
        if gateway:
            _route(host, "replace", "default", "via", gateway)
        wait_for_engine(host, f"curl --silent --fail --output /dev/null http://{services}:5000/v2/")


def _route(host: Host, *words: str) -> None:
    code, output = host.run(["ip", "route", *words])
    if code:
        raise Problem(f"host {host.name}: `ip route {' '.join(words)}` failed: {output.decode().strip()}")


def attach(description: dict) -> dict[str, Host]:
    """Return the hosts of a running lab, from what its `describe` returned."""
    return _hosts(Engine(description["engine"], private=False).client(), description)


def _hosts(api: docker.APIClient, description: dict) -> dict[str, Host]:
    return {
        name: Host(api, name, **{**host, "others": tuple(host.get("others", ()))})
        for name, host in description["hosts"].items()
    }
