site = Path("/srv/site")
site.mkdir()
(site / "index.html").write_text("hello\n")
read_only = {"/srv/site": {"bind": "/site", "mode": "ro"}}
print(client.containers.run("alpine", "cat /site/index.html", volumes=read_only, remove=True).decode())
try:
    client.containers.run("alpine", "rm /site/index.html", volumes=read_only, remove=True)
except docker.errors.ContainerError as error:
    print(error.exit_status, error.stderr.decode())
#> hello
#>
#> 1 rm: can't remove '/site/index.html': Read-only file system
