#: on node2
import docker

client = docker.from_env()
print(client.networks.get("bridge").attrs["EnableIPv6"])
client.images.pull("alpine", tag="latest")
d1 = client.containers.run("alpine", "sleep 1d", name="d1", detach=True)
#> True
#: on node2
print(d1.exec_run("sh -c 'ip -6 addr show eth0 | grep -c \"scope global\"'").output.decode())
#> 1
#: on node1
print(client.networks.get("bridge").attrs["EnableIPv6"])
#> False
