"""What the proof of a page's clean-up sees of a host."""

from overnet.labs.lab import Lab
from overnet.labs.run import Run
from overnet.proving.state import left_behind, state

MAKE = """
docker network create app
docker volume create data
docker run -d --name web alpine sleep 1d
docker run -d --name client --link web:server alpine sleep 1d
printf 'FROM alpine\\nENV A=1' | docker build -q -
printf 'FROM alpine\\nENV A=2' | docker build -q -t site:1 -
docker swarm init
docker service create -q --name web --detach alpine sleep 1d
echo open | docker config create settings -
echo sesame | docker secret create key -
touch /srv/file
iptables -A FORWARD -j ACCEPT
iptables -N DOCKER-INGRESS || true
iptables -A DOCKER-INGRESS -j RETURN
iptables -A FORWARD -j DOCKER-INGRESS
iptables -I DOCKER-INGRESS -p tcp --dport 80 -j ACCEPT
"""
LEFT = [
    *("config settings", "container client", "container web", "file /srv/file", "firewall rule -A FORWARD -j ACCEPT"),
    *("image <none>:<none>", "image site:1", "interface docker_gwbridge", "network app (bridge)"),
    *("network docker_gwbridge (bridge)", "network ingress (overlay)", "secret key", "service web", "swarm active"),
    "volume data",
    "firewall rule -A DOCKER-INGRESS -p tcp -m tcp --dport 80 -j ACCEPT",
]


def test_it_sees_things_of_every_kind(run: Run) -> None:
    with Lab(run.outer, "state", ["node1"]) as lab:
        host = lab.hosts["node1"]
        before = state(host)
        status, output = host.run(["bash", "-ec", MAKE])
        assert status == 0, output.decode()
        told = left_behind(before, state(host), ("alpine",))
    assert [line for line in LEFT if f"{line} is left" not in told] == []
    assert not [line for line in told if "DOCKER-INGRESS" in line and "80" not in line]
    assert "swarm inactive is gone" in told
