#: on node1
import docker

client = docker.from_env()


def subnet(name):
    return client.networks.get(name).attrs["IPAM"]["Config"][0]["Subnet"]


print("bridge", subnet("bridge"))
for number in range(1, 16):
    client.networks.create(f"pool{number}")
for name in ("pool1", "pool2", "pool14", "pool15"):
    print(name, subnet(name))
for number in range(1, 16):
    client.networks.get(f"pool{number}").remove()
#> bridge 172.17.0.0/16
#> pool1 172.18.0.0/16
#> pool2 172.19.0.0/16
#> pool14 172.31.0.0/16
#> pool15 192.168.0.0/20
