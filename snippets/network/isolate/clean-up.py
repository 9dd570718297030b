#: on node1
for container in (s1, b1, db, app, gate, x1, x2, c1, c2):
    container.remove(force=True)
for network in (shop, blog, vault, front, sealed, silent):
    network.remove()
conf.unlink()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
