try:
    client.containers.run("alpine", "cat /etc/app.conf", volumes=["/srv/app.conf:/etc/app.conf"], remove=True)
except docker.errors.ContainerError as error:
    print(error.exit_status, error.stderr.decode().strip())
conf = Path("/srv/app.conf")
print(conf.is_dir())
conf.rmdir()
#> 1 cat: read error: Is a directory
#> True
