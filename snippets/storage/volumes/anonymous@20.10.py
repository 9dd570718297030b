scratch = client.containers.run("alpine", "sleep 1d", name="scratch", mounts=[Mount("/data", None)], detach=True)
for mount in client.containers.get("scratch").attrs["Mounts"]:
    print(mount["Name"], mount["Destination"])
for volume in client.volumes.list(filters={"label": "com.docker.volume.anonymous"}):
    print(volume.name)
#> e20cd5a463590f680661c52c604d3410367375e8e86022e17f54960ef4c94df2 /data
