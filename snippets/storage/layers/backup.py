import tarfile

read_notes = {"notes": {"bind": "/data", "mode": "ro"}, "/srv": {"bind": "/backup", "mode": "rw"}}
client.containers.run("alpine", "tar -C /data -cf /backup/notes.tar .", volumes=read_notes, remove=True)
print(tarfile.open("/srv/notes.tar").getnames())
#> ['.', './today']
