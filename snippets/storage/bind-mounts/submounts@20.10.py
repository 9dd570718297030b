try:
    client.containers.run("alpine", "touch /site/disk/x", volumes=["/srv/site:/site:ro"], remove=True)
except docker.errors.ContainerError as error:
    print(error.stderr.decode().strip())
guarded["BindOptions"] = {"ReadOnlyNonRecursive": True}
client.containers.run("alpine", "touch /site/disk/x", mounts=[guarded], remove=True)
outer = Mount("/site", "/srv/site", type="bind")
outer["BindOptions"] = {"NonRecursive": True}
print(client.containers.run("alpine", "ls -A /site/disk", mounts=[outer], remove=True).decode().split())
print(sorted(file.name for file in (site / "disk").iterdir()))
#> []
#> ['late', 'x']
