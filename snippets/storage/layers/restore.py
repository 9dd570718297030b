copy = client.volumes.create("copy")
write_copy = {"copy": {"bind": "/data", "mode": "rw"}, "/srv": {"bind": "/backup", "mode": "ro"}}
client.containers.run("alpine", "tar -C /data -xf /backup/notes.tar", volumes=write_copy, remove=True)
both = {"notes": {"bind": "/old", "mode": "ro"}, "copy": {"bind": "/new", "mode": "ro"}}
print(client.containers.run("alpine", "sha256sum /old/today /new/today", volumes=both, remove=True).decode())
#> a37214679d4cdc0b4724e05883a60eb979d19dd3a394438f17ef85846fadcee0  /old/today
#> a37214679d4cdc0b4724e05883a60eb979d19dd3a394438f17ef85846fadcee0  /new/today
