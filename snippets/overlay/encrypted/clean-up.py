#: on node1
for container in (o1, s1):
    container.remove(force=True)
#: on node2
for container in (o2, s2):
    container.remove(force=True)
print(client.swarm.leave())
client.networks.get("docker_gwbridge").remove()
#> True
#: on node1
print(client.swarm.leave(force=True))
client.networks.get("docker_gwbridge").remove()
print(sorted(network.name for network in client.networks.list()))
#> True
#> ['bridge', 'host', 'none']
