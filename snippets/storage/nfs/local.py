#: on node1
from docker.types import Mount, ServiceMode

everywhere = {"args": ["sleep", "1d"], "mode": ServiceMode("global")}
apart = client.services.create("alpine", name="apart", mounts=[Mount("/notes", "notes")], **everywhere)
print(apart.id)
#> x5tcfj86kiknwfkgvq3gjeul5
#: within 90 seconds
#: on node1
print([task["Status"]["State"] for task in apart.tasks()])
#> ['running', 'running']
#: on node1
[here] = client.containers.list(filters={"name": "apart"})
here.exec_run(["sh", "-c", "echo from node1 > /notes/one"])
print(here.exec_run("ls /notes").output.decode().split())
#> ['one']
#: on node2
[here] = client.containers.list(filters={"name": "apart"})
print(here.exec_run("ls /notes").output.decode().split())
notes = client.volumes.get("notes")
print(notes.attrs["Scope"], notes.attrs["Mountpoint"])
#> []
#> local /var/lib/docker/volumes/notes/_data
