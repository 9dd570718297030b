notes = client.volumes.create("notes")
writer = client.containers.run("alpine", "sleep 1d", name="writer", volumes=["notes:/notes"], detach=True)
writer.exec_run(["sh", "-c", "echo precious > /notes/today"])
writer.remove(force=True)
reader = client.containers.run("alpine", "sleep 1d", name="reader", volumes=["notes:/notes:ro"], detach=True)
print(reader.exec_run("cat /notes/today").output.decode())
print(notes.attrs["Driver"], notes.attrs["Mountpoint"])
print((Path(notes.attrs["Mountpoint"]) / "today").read_text())
#> precious
#>
#> local /var/lib/docker/volumes/notes/_data
#> precious
