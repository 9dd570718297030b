older = docker.from_env(version="1.41")
older.containers.run("alpine", "touch /site/disk/y", volumes=["/srv/site:/site:ro"], remove=True)
print(sorted(file.name for file in (site / "disk").iterdir()))
#> ['late', 'x', 'y']
