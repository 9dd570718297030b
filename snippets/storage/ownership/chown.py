import os
from pathlib import Path

client.containers.run("alpine", "chown 1000:1000 /data", volumes=mounts, remove=True)
client.containers.run("alpine", "touch /data/first", user="1000:1000", volumes=mounts, remove=True)
first = Path(data.attrs["Mountpoint"]) / "first"
print(os.stat(first).st_uid, os.stat(first).st_gid, first)
#> 1000 1000 /var/lib/docker/volumes/data/_data/first
