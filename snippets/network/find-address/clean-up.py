for name in ("api", "tools", "web"):
    client.containers.get(name).remove(force=True)
for name in ("app", "my-db"):
    client.networks.get(name).remove()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
