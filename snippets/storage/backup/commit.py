#: on node1
snapshot = app.commit("snapshot")
print(client.containers.run("snapshot", "ls -A /data", remove=True).decode().split())
client.images.remove("snapshot")
#> []
