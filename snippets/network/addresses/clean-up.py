#: on node1
for name in ("c1", "c2", "c3", "c4", "db", "db2"):
    client.containers.get(name).remove(force=True)
for network in (lan, other, auto, first):
    network.remove()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
#: on node2
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
