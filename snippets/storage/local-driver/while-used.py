import os

print(os.path.ismount(cache.attrs["Mountpoint"]))
for container in (one, two):
    container.remove(force=True)
print(os.path.ismount(cache.attrs["Mountpoint"]))
print(client.containers.run("alpine", "ls -A /cache", volumes=["cache:/cache"], remove=True).decode().split())
#> True
#> False
#> []
