#: on node1
for name in ("web", "c1", "h1", "h2"):
    client.containers.get(name).remove(force=True)
for network in client.networks.list(names=["quick", "dual", "half"]):
    network.remove()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
#: on node2
client.containers.get("d1").remove(force=True)
