old = ["old:/data"]
client.containers.run("alpine", "touch /data/from-root", volumes=old, remove=True)
try:
    client.containers.run("app", "touch /data/first", volumes=old, remove=True)
except docker.errors.ContainerError as error:
    print(error.exit_status, error.stderr.decode().strip())
client.containers.run("app", "chown -R 1000:1000 /data", user="0", volumes=old, remove=True)
print(client.containers.run("app", "touch /data/first", volumes=old, remove=True))
#> 1 touch: /data/first: Permission denied
#> b''
