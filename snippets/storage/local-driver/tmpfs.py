import docker

client = docker.from_env()
options = {"type": "tmpfs", "device": "tmpfs", "o": "size=8m,uid=1000"}
cache = client.volumes.create("cache", driver_opts=options)
print(sorted(cache.attrs["Options"].items()))
client.images.pull("alpine", tag="latest")
one = client.containers.run("alpine", "sleep 1d", name="one", volumes=["cache:/cache"], detach=True)
two = client.containers.run("alpine", "sleep 1d", name="two", volumes=["cache:/cache"], detach=True)
print(two.exec_run("df -h /cache").output.decode())
one.exec_run(["sh", "-c", "echo shared > /cache/note"])
print(two.exec_run("cat /cache/note").output.decode())
#> [('device', 'tmpfs'), ('o', 'size=8m,uid=1000'), ('type', 'tmpfs')]
#> Filesystem                Size      Used Available Use% Mounted on
#> tmpfs                     8.0M         0      8.0M   0% /cache
#>
#> shared
