#: on node1
for name in ("notes", "shared"):
    client.volumes.get(name).remove()
#: on node2
for name in ("notes", "shared"):
    client.volumes.get(name).remove()
#: on node1
print(sorted(file.name for file in shared.iterdir()))
subprocess.run(["service", "nfs-kernel-server", "stop"], stdout=subprocess.DEVNULL, check=True)
subprocess.run(["umount", shared], check=True)
shared.rmdir()
exports.write_text(exports.read_text().replace(squashed, ""))
#> ['one', 'two']
#: on node2
print(client.swarm.leave())
client.networks.get("docker_gwbridge").remove()
#> True
#: on node1
print(client.swarm.leave(force=True))
client.networks.get("docker_gwbridge").remove()
#> True
