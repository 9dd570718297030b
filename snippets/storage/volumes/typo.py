print(client.containers.run("alpine", "ls -A /data", volumes=["note:/data"], remove=True).decode().split())
print(sorted(volume.name for volume in client.volumes.list(filters={"name": "note"})))
#> []
#> ['note', 'notes']
