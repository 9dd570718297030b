late = client.volumes.create("late", driver_opts={"type": "none", "o": "bind", "device": "/srv/late"})
toucher = client.containers.create("alpine", "touch /data/here", volumes=["late:/data"])
try:
    toucher.start()
except docker.errors.APIError as error:
    print(error.explanation)
Path("/srv/late").mkdir()
toucher.start()
toucher.wait()
toucher.remove()
print([file.name for file in Path("/srv/late").iterdir()])
#> error while mounting volume '/var/lib/docker/volumes/late/_data': failed to mount local volume: mount /srv/late:/var/lib/docker/volumes/late/_data, flags: 0x1000: no such file or directory
#> ['here']
