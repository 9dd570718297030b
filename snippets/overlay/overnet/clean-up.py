#: on node2
print(client.swarm.leave())
client.networks.get("docker_gwbridge").remove()
#> True
#: on node1
print(client.swarm.leave(force=True))
client.networks.get("docker_gwbridge").remove()
print(sorted(network.name for network in client.networks.list()))
#> True
#> ['bridge', 'host', 'none']
