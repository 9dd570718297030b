import docker

client = docker.from_env()
notes = client.volumes.create("notes")
print(notes.attrs["Driver"], notes.attrs["Scope"], notes.attrs["Mountpoint"])
#> local local /var/lib/docker/volumes/notes/_data
