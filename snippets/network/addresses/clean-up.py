#: on node1
for name in ("c1", "c2", "c3", "c4", "db", "db2"):
    client.containers.get(name).remove(force=True)
for network in (lan, other, auto, first):
    network.remove()
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
#: on node2
settings.write_text(before)
subprocess.run(["systemctl", "restart", "docker"], check=True)
subprocess.run(["ip", "link", "set", "docker0", "address", mac], check=True)
print(sorted(network.name for network in client.networks.list()))
#> ['bridge', 'host', 'none']
