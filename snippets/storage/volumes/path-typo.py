from pathlib import Path

print(client.containers.run("alpine", "ls -A /data", volumes=["/srv/notse:/data"], remove=True).decode().split())
print([folder.name for folder in Path("/srv").iterdir()])
Path("/srv/notse").rmdir()
try:
    client.containers.run("alpine", "ls -A /data", mounts=[Mount("/data", "/srv/notse", type="bind")], remove=True)
except docker.errors.APIError as error:
    print(error.explanation)
#> []
#> ['notse']
#> invalid mount config for type "bind": bind source path does not exist: /srv/notse
