#: on node2
from pathlib import Path

import docker

client = docker.from_env()
client.images.pull("alpine", tag="latest")
Path("/srv/backup").mkdir()
Path("/srv/backup/notes.tar.gz").write_bytes(urlopen("http://192.0.2.11:8000/notes.tar.gz").read())
unpack = ["notes:/data", "/srv/backup:/backup:ro"]
client.containers.run("alpine", "tar -xzf /backup/notes.tar.gz -C /data", volumes=unpack, remove=True)
names = "find . -type f -print0 | sort -z | xargs -0"
everything = f"{names} stat -c '%u:%g %a %n'; {names} sha256sum"
look = {"volumes": ["notes:/data:ro"], "working_dir": "/data", "remove": True}
print(client.containers.run("alpine", ["sh", "-c", everything], **look).decode())
app = client.containers.run("alpine", "sleep 1d", name="app", volumes=["notes:/data"], detach=True)
#> 0:0 644 ./2026/january
#> 1000:1000 640 ./today
#> 2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806  ./2026/january
#> 27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a  ./today
#: on node1
files.remove(force=True)
