for volume in client.volumes.list():
    if volume.name in ("empty", "note", "pages", mount["Name"]):
        volume.remove()
print(client.containers.list(all=True), client.volumes.list())
#> [] []
