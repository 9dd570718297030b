import shutil

for container in (app, worker):
    container.remove(force=True)
for name in ("data", "fresh", "bare", "old"):
    client.volumes.get(name).remove()
client.images.remove("app")
shutil.rmtree(folder)
print(client.containers.list(all=True), client.volumes.list())
#> [] []
