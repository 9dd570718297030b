"""One sample value stands for one value of the run, on the whole page; what the reader typed is exact."""

import pytest

from overnet.matching.binding import Binding
from overnet.matching.conflict import Conflict
from overnet.matching.lines import match
from overnet.matching.typed import typed
from tests.matching.single import match_line

A, B, C, D = (f"{digit}7" * 32 for digit in "abcd")
ID = "1" + A[1:]
HOSTS = {"192.0.2.11": "198.18.0.11", "192.0.2.12": "198.18.0.12"}

ROUTED = {"192.0.2.11": "198.18.0.11", "198.51.100.12": "198.18.7.12", "198.51.100.1": "198.18.7.1"}


def after(*lines: tuple[str, str], **fields: object) -> Binding:
    """The binding after (page, run) lines."""
    binding = Binding(**fields)
    for page, run in lines:
        binding = match_line(page, run, binding)
        assert binding, f"{page} does not match {run}"
    return binding


CONFLICTS = {
    "one sample, two values": ([(A, C)], (A[:12], D[:12]), {}, f"'{A[:12]}' (short id) stands for {C} on this page"),
    "two samples, one value": ([(A, C)], (B[:12], C[:12]), {}, f"the run's {C[:12]} (short id) is shown as '{A}'"),
    "one sample, another end": ([(A, C)], (A[:40] + B[:24], C), {}, f"the run's {C} (long id) is shown as '{A}'"),
    "another end in the run": ([(A, C)], (A, C[:40] + B[:24]), {}, f"'{A}' (long id) stands for {C} on this page"),
    "another host": ([], ("192.0.2.11", "198.18.0.12"), HOSTS, "addresses of different networks or hosts"),
    "the other subnet": ([], ("198.51.100.9", "198.18.0.9"), ROUTED, "addresses of different networks or hosts"),
    "another subnet": ([], ("172.19.0.3", "172.18.0.3"), HOSTS, "addresses of different networks or hosts"),
    "a host and no host": ([], ("192.0.2.99", "198.18.0.11"), HOSTS, "is a host's address, '192.0.2.99' is not"),
    "a gateway": ([], ("172.18.0.3", "172.18.0.1"), {}, "the run's 172.18.0.1 has a meaning of its own"),
}


@pytest.mark.parametrize("what", CONFLICTS)
def test_conflicts(what: str) -> None:
    before, (page, run), hosts, message = CONFLICTS[what]
    with pytest.raises(Conflict) as found:
        match_line(page, run, after(*before, hosts=hosts))
    assert message in str(found.value)


AGREE = {
    "the same again": ([(A, C)], (A, C), {}),
    "short after long": ([(A, C)], (A[:12], C[:12]), {}),
    "long after short": ([(A[:12], C[:12])], (A, C), {}),
    "digest after long": ([(A, C)], (f"sha256:{A}", f"sha256:{C}"), {}),
    "another last number": ([], ("172.18.0.5", "172.18.0.3"), {}),
    "a host": ([], ("192.0.2.11", "198.18.0.11"), HOSTS),
    "a host of the other subnet": ([], ("198.51.100.12", "198.18.7.12"), ROUTED),
    "the other subnet": ([], ("198.51.100.9", "198.18.7.9"), ROUTED),
    "the hosts' network": ([], ("192.0.2.2", "198.18.0.2"), HOSTS),
    "what is not bound": ([("Up 3 seconds", "Up 9 seconds")], ("Up 3 seconds", "Up 2 seconds"), {}),
}


@pytest.mark.parametrize("what", AGREE)
def test_agreement(what: str) -> None:
    before, (page, run), hosts = AGREE[what]
    assert match_line(page, run, after(*before, hosts=hosts))


@pytest.mark.parametrize("page, run", [("172.18.0.64/26", "172.18.0.0/26"), ("10.0.1.128/25", "10.0.1.0/25")])
def test_a_network_is_exact(page: str, run: str) -> None:
    assert match([page], [run], Binding()) is None


def test_a_typed_value_is_exact() -> None:
    assert match_line("172.18.0.9", "172.18.0.3", after()) is not None
    assert match_line("172.18.0.9", "172.18.0.3", after(typed=frozenset([("IPv4 address", "172.18.0.9")]))) is None


def test_a_value_of_the_run_that_was_typed_is_shown_as_itself() -> None:
    typed_address = after(typed=frozenset([("IPv4 address", "172.18.0.9")]))
    with pytest.raises(Conflict, match=r"the run's 172\.18\.0\.9 was typed by the reader"):
        match_line("172.18.0.3", "172.18.0.9", typed_address)


def test_what_a_reader_types() -> None:
    commands = [
        ("docker network create --subnet 172.30.0.0/16 n", [ID]),
        (f"docker run --ip 172.30.0.5 --add-host x:192.0.2.99 {ID[:12]}", ["172.30.0.5"]),
        (f"docker inspect {ID}", []),
    ]
    assert typed(commands, ["192.0.2.11"]) == {("IPv4 network", "172.30.0.0/16"), ("IPv4 address", "172.30.0.5")}


def test_the_networks_of_all_hosts_are_the_runs() -> None:
    route = "ip route add 198.51.100.0/24 via 192.0.2.1"
    assert typed([(route, [])], ROUTED) == frozenset()
    assert after(hosts=ROUTED).command(route) == "ip route add 198.18.7.0/24 via 198.18.0.1"
    assert after(hosts=ROUTED).output("198.18.7.0/24 via 198.18.0.1") == "198.51.100.0/24 via 192.0.2.1"


COMMANDS = {
    "a printed id": (f"docker stop {ID}", f"docker stop {C}"),
    "its short form": (f"docker stop {ID[:12]}", f"docker stop {C[:12]}"),
    "a form of its own length": (f"docker stop sha256:{ID}", f"docker stop sha256:{C}"),
    "a host's address": ("ping 192.0.2.12", "ping 198.18.0.12"),
    "an address on the hosts' network": ("ip addr add 192.0.2.99/24", "ip addr add 198.18.0.99/24"),
    "another address": ("ping 172.18.0.3", "ping 172.18.0.3"),
    "an id with another end": (f"docker stop {ID[:40] + B[:24]}", f"docker stop {ID[:40] + B[:24]}"),
    "an id that nothing printed": (f"docker stop {B}", f"docker stop {B}"),
    "the first digits of an id": (f"docker stop {ID[:5]}", f"docker stop {C[:5]}"),
    "too few of them": (f"docker stop {ID[:3]}", f"docker stop {ID[:3]}"),
    "digits in a path": (f"ls /tmp/{ID[:5]}", f"ls /tmp/{ID[:5]}"),
    "an address for grep": (r"grep '172\.18\.0\.5'", r"grep '172\.18\.0\.3'"),
    "an address for DNS": ("dig 5.0.18.172.in-addr.arpa", "dig 3.0.18.172.in-addr.arpa"),
    "a MAC in capitals": ("ip neigh | grep 02:42:AC:12:00:05", "ip neigh | grep 02:42:AC:12:00:03"),
    "no value": ("docker ps --filter name=web", "docker ps --filter name=web"),
}


@pytest.mark.parametrize("what", COMMANDS)
def test_a_command_is_sent_with_the_runs_values(what: str) -> None:
    page, sent = COMMANDS[what]
    lines = [(ID, C), ("172.18.0.5", "172.18.0.3"), ("02:42:ac:12:00:05", "02:42:ac:12:00:03")]
    assert after(*lines, hosts=HOSTS).command(page) == sent


def test_the_first_digits_of_an_id_come_back_as_those_of_this_run() -> None:
    binding = after((ID, C))
    assert match([f"stopped {ID[:5]}"], [f"stopped {C[:5]}"], binding)
    assert not match([f"stopped {ID[:5]}"], [f"stopped {ID[:5]}"], binding)
    assert binding.output(f"stopped {C[:5]}") == f"stopped {ID[:5]}"


def test_an_output_is_shown_with_the_pages_values() -> None:
    binding = after((ID, C), ("172.18.0.5", "172.18.0.3"), hosts=HOSTS)
    line = f"{C[:12]} at 172.18.0.3, 198.18.0.11 and {B[:12]}"
    assert binding.output(line) == f"{ID[:12]} at 172.18.0.5, 192.0.2.11 and {B[:12]}"


def test_a_new_value_that_is_a_sample_of_another_is_shown_as_a_free_one() -> None:
    binding = after(("172.18.0.3", "172.18.0.2"))
    binding, shown = binding.shown("a2 172.18.0.3")
    assert shown == "a2 172.18.0.2"
    assert match_line(shown, "a2 172.18.0.3", binding)
