import os
from pathlib import Path

folder = Path("/srv/data")
folder.mkdir()
worker = client.containers.run("app", "sleep 1d", name="worker", volumes=["/srv/data:/data"], detach=True)
answer = worker.exec_run("touch /data/first")
print(answer.exit_code, answer.output.decode().strip())
os.chown(folder, 1000, 1000)
print(worker.exec_run("touch /data/first").exit_code)
print(os.stat(folder / "first").st_uid, os.stat(folder / "first").st_gid)
#> 1 touch: /data/first: Permission denied
#> 0
#> 1000 1000
