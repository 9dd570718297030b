client.containers.run("alpine", "chown 1000:1000 /data", volumes=mounts, remove=True)
client.containers.run("alpine", "touch /data/first", user="1000:1000", volumes=mounts, remove=True)
owner = ["stat", "-c", "%u:%g %n", "/data/first"]
print(client.containers.run("alpine", owner, volumes=["data:/data:ro"], remove=True).decode())
#> 1000:1000 /data/first
