import shutil

c1.remove(force=True)
notes.remove()
copy.remove()
for tag in recipes:
    client.images.remove(tag)
shutil.rmtree(site)
Path("/srv/notes.tar").unlink()
print(client.containers.list(all=True), client.volumes.list())
#> [] []
