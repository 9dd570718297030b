for name in ("d1", "d2", "d3", "dweb", "store", "u1", "u2", "u3", "uweb"):
    client.containers.get(name).remove(force=True)
app.remove()
small.remove()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
