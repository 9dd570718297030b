#: on node1
import tarfile
from pathlib import Path

Path("/srv/backup").mkdir()
pack = ["notes:/data:ro", "/srv/backup:/backup"]
client.containers.run("alpine", "tar -czf /backup/notes.tar.gz -C /data .", volumes=pack, remove=True)
app.start()
print(sorted(tarfile.open("/srv/backup/notes.tar.gz").getnames()))
#> ['.', './2026', './2026/january', './today']
