import docker

client = docker.from_env()
client.images.pull("alpine", tag="latest")
data = client.volumes.create("data")
mounts = ["data:/data"]
try:
    client.containers.run("alpine", "touch /data/first", user="1000:1000", volumes=mounts, remove=True)
except docker.errors.ContainerError as error:
    print(error.exit_status, error.stderr.decode())
show = ["stat", "-c", "%n belongs to %u:%g, mode %a", "/data"]
print(client.containers.run("alpine", show, volumes=mounts, remove=True).decode())
#> 1 touch: /data/first: Permission denied
#>
#> /data belongs to 0:0, mode 755
