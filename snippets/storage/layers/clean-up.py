import shutil

for container in (c1, reader, site):
    container.remove(force=True)
for volume in (notes, copy):
    volume.remove()
for tag in recipes:
    client.images.remove(tag)
shutil.rmtree(folder)
Path("/srv/notes.tar").unlink()
print(client.containers.list(all=True), client.volumes.list())
#> [] []
