#: on node1
import docker

client = docker.from_env()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
#: on node2
import docker

client = docker.from_env()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
