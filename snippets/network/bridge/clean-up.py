for name in ("a1", "a2", "b1", "b2", "web"):
    client.containers.get(name).remove(force=True)
app.remove()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
