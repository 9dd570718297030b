"""Only what surely reads is sent again."""

import pytest

from overnet.terminal.reads import is_read, is_read_python

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
    "nsenter --net=/proc/1/ns/net -- ip route",
    "ip netns exec red ping -c 1 172.28.9.3",
    "ip -n red route",
    "nsenter --net=/run/docker/netns/lb_x -- ipvsadm -Sn",
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
]
PYTHON_READS = [
    "print(sorted(network.name for network in client.networks.list()))",
    "print(client.containers.get('a1').exec_run('ping -c 1 a2').output.decode())",
    "print(client.containers.get('a1').exec_run(['ping', '-c', '1', 'a2']).exit_code)",
    "a1.reload()\nprint(', '.join(a1.attrs['Mounts']))",
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
