#: on node1
import shutil

app.remove(force=True)
for name in ("notes", "copy", "renamed"):
    client.volumes.get(name).remove()
shutil.rmtree("/srv/backup")
print(client.containers.list(all=True), client.volumes.list())
#> [] []
#: on node2
import shutil

app.remove(force=True)
client.volumes.get("notes").remove()
shutil.rmtree("/srv/backup")
print(client.containers.list(all=True), client.volumes.list())
#> [] []
