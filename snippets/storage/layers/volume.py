notes = client.volumes.create("notes")
at_notes = {"notes": {"bind": "/notes", "mode": "rw"}}
client.containers.run("alpine", ["sh", "-c", "echo precious > /notes/today"], volumes=at_notes, remove=True)
print(client.containers.run("alpine", "cat /notes/today", volumes=at_notes, remove=True).decode())
print(notes.attrs["Driver"], notes.attrs["Mountpoint"])
print((Path(notes.attrs["Mountpoint"]) / "today").read_text())
#> precious
#>
#> local /var/lib/docker/volumes/notes/_data
#> precious
