"""Only what surely reads is sent again."""

import pytest

from overnet.terminal.python_reads import is_read_python
from overnet.terminal.reads import is_read, looks_back

READS = [
    "docker ps",
    "docker network ls --filter name=overnet",
    "docker container inspect a1",
    "docker service ps myservice",
    "docker exec a1 ping -c 1 a2",
    "docker exec -u root -w /tmp a1 cat /etc/hosts",
    "docker exec a1 sh -c 'cat /page | sort'",
    "docker exec $(docker ps -q --filter name=web) ip addr show eth0",
    "docker service ls | grep web && docker ps",
    "curl -s http://localhost:8080 | grep title",
    "ip -brief addr show docker0",
    "bridge fdb show",
    "iptables -t nat -nvL",
    "firewall-cmd --state",
    "firewall-cmd --zone docker --list-all",
    "nsenter --net=/proc/1/ns/net -- ip route",
    "ip netns exec red ping -c 1 172.28.9.3",
    "ip -n red route",
    "nsenter --net=/run/docker/netns/lb_x -- ipvsadm -Sn",
    "ipvsadm -Lnc",
    "nsenter -t 42 -n ip route",
    "docker compose ps",
    "docker compose -f web.yml logs web",
    "docker compose ls",
    "docker compose images",
    "docker compose config --services",
    "docker compose exec -T web cat /etc/hosts",
    "docker stack services web",
    "docker stack ps web",
    "docker stack ls",
    "docker -H tcp://node2:2375 ps",
    "docker swarm join-token -q worker",
    "docker ps -q | xargs docker inspect",
    "docker ps 2>/dev/null | grep web",
    "docker exec -e DEPTH=1 a1 ls",
    "docker ps | awk '{print $1}'",
    "awk '$3 > 5 {print $1}' sizes",
    "sed -n '1,3p' page",
    "sed 's/ we / us /' page",
    "nc -zv -w 1 node2 80",
    "timeout 5 ping -c 1 a2",
    "timeout -s INT 5 curl -s http://a2",
    "date",
    "date +%s",
    "uname -r",
    "mount",
    "mount -t overlay",
    "sysctl net.ipv4.ip_forward",
    "find /srv -name page",
    "wget -qO- http://localhost",
    "wget -q -O - http://localhost",
    "wget --spider http://localhost",
    "curl -so /dev/null -w '%{http_code}' http://localhost",
    "curl -X GET http://localhost",
    "iptables -C FORWARD -j DROP",
    "ip -br -n red addr",
    "ip xfrm state",
    "LANG=C ls",
    "! grep web page",
    "wc -l < page",
    "docker history nginx",
    "ss -tlnp 'sport = :80'",
    "iptables-save -t nat",
    "curl -s -m 2 http://a2; echo $?",
]
WRITES = [
    "docker network rm overnet",
    "docker run alpine ls",
    "docker swarm init",
    "ip netns exec red ip link set lo up",
    "ip netns add red",
    "ip -n red link set lo up",
    "docker node update --availability drain node2",
    "docker stack deploy -c web.yml web",
    "docker ps; docker rm a1",
    "docker ps && docker rm a1",
    "docker ps\ndocker rm a1",
    "docker ps | xargs docker rm",
    "docker ps > names",
    "ID=$(docker ps -q)",
    "docker inspect $(docker create alpine)",
    "docker inspect `docker create alpine`",
    "docker exec a1 rm /page",
    "docker exec a1 sh -c 'echo x > /page'",
    "cat <(docker rm a1)",
    "curl -X POST http://localhost",
    "wget http://localhost/page -O page",
    "ip addr add 10.0.0.1/8 dev eth0",
    "iptables -A FORWARD -j DROP",
    "sleep 5",
    "echo 'unfinished",
    "curl -XPOST http://localhost",
    "curl --request=POST http://localhost",
    "curl -d@page http://localhost",
    "curl --data-raw x http://localhost",
    "wget --post-data=x http://localhost",
    "env LANG=C rm -r /srv/site",
    "sort -o names names",
    "hostname node9",
    "ip link s eth0 up",
    "ip addr a 10.0.0.1/8 dev eth0",
    "docker exec -d a1 ping a2",
    "wget http://localhost/page",
    "wget -q http://localhost/page",
    "ip -batch routes",
    "ip -b routes",
    "ip monitor",
    "firewall-cmd --zone public --add-forward-port=port=80:proto=tcp:toport=80:toaddr=172.17.0.2",
    "firewall-cmd --reload",
    "iptables -Z -L",
    "iptables -L -Z",
    "iptables -nvLZ",
    "ipvsadm -C",
    "docker compose up -d",
    "docker compose config -o web.yml",
    "docker compose exec web rm /page",
    "docker stack rm web",
    "docker swarm join-token --rotate worker",
    "docker ps -q | xargs docker rm",
    "docker ps &",
    "awk '{print > \"page\"}' names",
    "awk 'BEGIN {system(\"rm page\")}'",
    "sed -i s/a/b/ page",
    "sed -ni s/a/b/p page",
    "sed 's/a/b/w other' page",
    "sed 's/a/b/e' page",
    "nc node2 80",
    "timeout 5 rm page",
    "date -s 12:00",
    "mount -t tmpfs none /mnt",
    "sysctl net.ipv4.ip_forward=1",
    "sysctl -w net.ipv4.ip_forward=1",
    "find /srv -name page -delete",
    "curl -o page http://localhost",
    "curl -sO http://localhost/page",
    "ip xfrm state flush",
    "ss -K dst 192.0.2.12",
    "ss -tK dst 192.0.2.12",
    "iptables-save -f rules",
    "X=1",
    "echo $?; true",
    "echo ${PIPESTATUS[0]}",
    "echo !!",
]
PYTHON_READS = [
    "print(sorted(network.name for network in client.networks.list()))",
    "print(client.containers.get('a1').exec_run('ping -c 1 a2').output.decode())",
    "print(client.containers.get('a1').exec_run(['ping', '-c', '1', 'a2']).exit_code)",
    "a1.reload()\nprint(', '.join(a1.attrs['Mounts']))",
    "print(a1.name.replace('a', 'b'))",
    "print(next(name for name in names.split() if name))",
    "names = sorted(network.name for network in client.networks.list())\nprint(names)",
]
PYTHON_WRITES = [
    "client.networks.create('app')",
    "client.swarm.join(['192.0.2.11:2377'], token)",
    "client.containers.get('a1').exec_run('rm /page')",
    "client.containers.get('a1').exec_run(['sh', '-c', 'echo x > /page'])",
    "client.containers.get('a1').exec_run(command)",
    "print(open('page', 'w').write('x'))",
    "x = 1",
    "print(",
    "print(urlopen('http://localhost', data=b'x').read())",
    "a1.exec_run('ping a2', detach=True)",
    "Path('/a').replace('/b')",
    "print(next(events))",
    "for event in events:\n    print(event)\n    break",
    "n += 1\nprint(n)",
    "n = n + 1\nprint(n)",
    "print(n := n + 1)",
    "del names['a']\nprint(names)",
]


@pytest.mark.parametrize("command", READS)
def test_a_read(command: str) -> None:
    assert is_read(command)


@pytest.mark.parametrize("command", WRITES)
def test_a_write(command: str) -> None:
    assert not is_read(command)


@pytest.mark.parametrize("source", PYTHON_READS)
def test_a_cell_that_reads(source: str) -> None:
    assert is_read_python(source)


@pytest.mark.parametrize("source", PYTHON_WRITES)
def test_a_cell_that_writes(source: str) -> None:
    assert not is_read_python(source)


@pytest.mark.parametrize("command", ["echo $?", "echo ${?}", "echo $_", "echo ${PIPESTATUS[1]}", "echo !!", "echo !$"])
def test_a_look_back(command: str) -> None:
    assert looks_back(command)


@pytest.mark.parametrize(
    "command", ["echo $_X", "[ 1 != 2 ]", "iptables -I INPUT ! -s 192.0.2.12 -j DROP", "ls '?'", "true; echo $?"]
)
def test_no_look_back(command: str) -> None:
    assert not looks_back(command)
