import shutil

for name in ("cache", "inline", "late", "site", "stack"):
    client.volumes.get(name).remove()
print(sorted(file.name for file in folder.iterdir()))
subprocess.run(["umount", stack], check=True)
for path in (folder, "/srv/late", stack):
    shutil.rmtree(path)
print(client.containers.list(all=True), client.volumes.list())
#> ['50x.html', 'index.html']
#> [] []
