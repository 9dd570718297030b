#: on node1
from docker.types import DriverConfig

options = {"type": "nfs", "device": ":/", "o": "addr=192.0.2.11,nfsvers=4.2"}
mount = Mount("/shared", "shared", driver_config=DriverConfig("local", options))
files = client.services.create("alpine", name="files", mounts=[mount], **everywhere)
print(files.id)
#> qsirj2gmdbkm246ec2h4ose4o
#: within 90 seconds
#: on node1
print([task["Status"]["State"] for task in files.tasks()])
#> ['running', 'running']
