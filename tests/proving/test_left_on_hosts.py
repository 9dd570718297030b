"""What the proof of a page's clean-up sees of a host."""

import pytest

from overnet.errors import Problem
from overnet.labs.host import Host
from overnet.labs.lab import Lab
from overnet.labs.run import Run
from overnet.proving.left_behind import left, states

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
iptables -A FORWARD -j ACCEPT
iptables -t nat -A OUTPUT -d 10.1.1.1 -j DNAT --to 10.1.1.2
iptables -A FORWARD -j DOCKER-USER
iptables -N MINE
iptables -t mangle -P FORWARD DROP
ip6tables -A INPUT -p tcp --dport 80 -j ACCEPT
iptables -N DOCKER-INGRESS || true
iptables -A DOCKER-INGRESS -j RETURN
iptables -A FORWARD -j DOCKER-INGRESS
iptables -I DOCKER-INGRESS -p tcp --dport 80 -j ACCEPT
nft 'table inet lab { chain in { type filter hook input priority 0; tcp dport 81 counter drop; }; }'
nft add table ip6 empty
nft 'add chain ip nat mine { type nat hook input priority 5; }'
nft add rule ip nat mine tcp dport 82 counter accept
ip link add br0 type bridge
ip address add 10.8.0.1/24 dev br0
ip address add 10.7.0.1/32 dev lo
ip link set docker0 mtu 1400
ip route add 10.9.0.0/24 via 198.18.0.1
ip route add default via 198.18.0.1 table 7
ip rule add from 10.9.0.0/24 lookup 7
ip -6 rule add from fd00::/64 lookup 7
ip neighbour add 198.18.0.77 lladdr 02:00:00:00:00:01 dev eth0
ip netns add blue
tc qdisc add dev eth0 root pfifo limit 7
ethtool -K eth0 tx-checksum-ip-generic off
sysctl net.ipv4.conf.eth0.rp_filter=2
mount -t tmpfs mine /mnt
mount --make-private /dev/shm
sleep 1000 > /dev/null 2>&1 &
setsid tail -f /dev/null > /dev/null 2>&1 &
ipcmk -Q
mkdir /sys/fs/cgroup/mine /sys/fs/cgroup/*/mine || true
mkdir -p /srv/folder/in/it
touch /srv/folder/file /tmp/.hidden /var/lib/note /dev/shm/shared
echo 192.0.2.1 other >> /etc/hosts
echo nothing >> /etc/fstab
chmod 600 /etc/passwd
ln -sf /nowhere /etc/localtime
rm /etc/issue /usr/bin/tree
touch /usr/bin/jq
"""
TOLD = [
    *("config settings is left", "container client is left", "container web is left", "image site:1 is left"),
    *("network app (bridge) is left", "network docker_gwbridge (bridge) is left", "network ingress (overlay) is left"),
    *("secret key is left", "service web is left", "swarm is active, and was inactive", "volume data is left"),
    "firewall rule -A FORWARD -j ACCEPT is left",
    "firewall rule -t nat -A OUTPUT -d 10.1.1.1/32 -j DNAT --to-destination 10.1.1.2 is left",
    "firewall rule -A FORWARD -j DOCKER-USER (2) is left",
    *("firewall rule -N MINE is left", "firewall rule -t mangle -P FORWARD DROP is left"),
    "firewall rule -A DOCKER-INGRESS -p tcp -m tcp --dport 80 -j ACCEPT is left",
    "IPv6 firewall rule -A INPUT -p tcp -m tcp --dport 80 -j ACCEPT is left",
    *("nftables table inet lab is left", "nftables table ip6 empty is left"),
    "nftables table ip nat, chain mine is left",
    *("interface br0 is left", "interface docker_gwbridge is left", "address 10.7.0.1/32 on lo is left"),
    *("route 10.9.0.0/24 via 198.18.0.1 dev eth0 is left", "route default via 198.18.0.1 dev eth0 table 7 is left"),
    "policy rule 32765: from 10.9.0.0/24 lookup 7 is left",
    "policy rule 32765: IPv6 from fd00::/64 lookup 7 is left",
    "neighbour 198.18.0.77 dev eth0 lladdr 02:00:00:00:00:01 PERMANENT is left",
    *("mount /run/netns/blue is left", "file /run/netns/blue is left"),
    "offload tx-checksum-ip-generic of eth0 is off, and was on",
    "sysctl net.ipv4.conf.eth0.rp_filter is 2, and was 0",
    *("mount /mnt is left", "process sleep 1000 is left", "process tail -f /dev/null is left"),
    *("file /srv/folder is left", "file /tmp/.hidden is left", "file /var/lib/note is left"),
    *("file /dev/shm/shared is left", "file /etc/hosts is changed", "file /etc/fstab is changed"),
    *("file /etc/passwd is changed", "file /etc/localtime is changed", "file /usr/bin/jq is changed"),
    *("file /etc/issue is gone", "file /usr/bin/tree is gone"),
]
BEGINNINGS = [
    *("image sha256:", "interface docker0 is UP mtu 1400 ", "queue pfifo ", "System V IPC object "),
    *("mount /dev/shm is tmpfs ", "cgroup /sys/fs/cgroup/"),
]


def test_it_sees_things_of_every_kind(run: Run) -> None:
    with Lab(run.outer, "state", ["node1"]) as lab:
        before = states(lab.hosts)
        made(lab.hosts["node1"], MAKE.replace("198.18.0.", lab.hosts["node1"].address.rpartition(".")[0] + "."))
        told = [line.removeprefix("on node1: ") for line in left(lab.hosts, before, ("alpine",))]
    network = lab.hosts["node1"].address.rpartition(".")[0]
    assert [line for line in TOLD if line.replace("198.18.0", network) not in told] == []
    assert [start for start in BEGINNINGS if not any(line.startswith(start) for line in told)] == []
    assert not [line for line in told if "DOCKER-INGRESS" in line and "80" not in line]
    assert not [line for line in told if "folder/" in line or "br0 " in line.removeprefix("interface ")[4:]]


UNDONE = """
docker run --rm -p 8080:80 alpine true
docker network create --ipv6 --subnet fd00:7::/64 app
docker run -d --name web --network app -p 80:80 alpine sleep 1d
docker rm -f web
docker network rm app
printf 'FROM alpine\\nRUN touch /file' | docker build -q -t site -
docker image rm site
docker image rm alpine
docker swarm init --advertise-addr eth0
docker network create --driver overlay --attachable over
docker service create -q --name web --network over alpine sleep 1d
docker service rm web
until docker network rm over; do sleep 0.2; done
docker swarm leave --force
docker network rm docker_gwbridge
ip netns add blue
ip netns delete blue
mount -t tmpfs mine /mnt
umount /mnt
cp /etc/hosts /etc/fstab /tmp
echo 192.0.2.1 other | tee -a /etc/hosts /etc/fstab
cat /tmp/hosts > /etc/hosts
cp /tmp/fstab /etc/fstab
rm /tmp/hosts /tmp/fstab
ethtool -K eth0 tx-checksum-ip-generic off
ethtool -K eth0 tx-checksum-ip-generic on
python3 -c 'import docker'
sleep 2 > /dev/null 2>&1 &
"""


def test_what_was_undone_and_what_docker_does_itself_is_not_left(run: Run) -> None:
    hosts, store = ["node1", "node2"], {"node2": {"features": {"containerd-snapshotter": True}}}
    with Lab(run.outer, "undone", hosts, daemon=store) as lab:
        before = states(lab.hosts)
        for host in lab.hosts.values():
            made(host, UNDONE)
        assert left(lab.hosts, before, ("alpine",)) == []
        pulled = [line.split()[1:4] for line in left(lab.hosts, before, ())]
    by_digest = [[f"{name}:", "image", line[2]] for name, line in zip(hosts, pulled) if "@sha256:" in line[2]]
    assert pulled == by_digest, "what a service pulled by its digest is an image, in either store"


def test_what_is_inside_of_what_was_there_is_not_looked_at(run: Run) -> None:
    with Lab(run.outer, "inside", ["node1"]) as lab:
        host = lab.hosts["node1"]
        made(host, "docker run -d --name web -v data:/data alpine sleep 1d")
        before = states(lab.hosts)
        made(host, "docker exec web touch /data/file /file")
        assert left(lab.hosts, before, ("alpine",)) == []


def test_a_host_that_does_not_answer_is_a_problem(run: Run) -> None:
    with Lab(run.outer, "mute", ["node1"]) as lab:
        made(lab.hosts["node1"], "mv /run/docker.sock /run/away")
        with pytest.raises(Problem, match=r"node1: cannot list its state \(exit status \d+\): curl: "):
            states(lab.hosts)


def made(host: Host, script: str) -> None:
    status, output = host.run(["bash", "-ec", script])
    assert status == 0, output.decode()
