#: on node1
options = {"type": "nfs", "device": ":/", "o": "addr=192.0.2.11,nfsvers=4.2"}
mount = Mount("/shared", "shared", driver_config=DriverConfig("local", options))
files = client.services.create("alpine", name="files", mounts=[mount], **everywhere)
print(files.id)
#: within 90 seconds
#: on node1
print([task["Status"]["State"] for task in files.tasks()])
#> ['running', 'running']
