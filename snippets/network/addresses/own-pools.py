#: on node2
import docker

client = docker.from_env()
print(client.info()["DefaultAddressPools"])
for name in ("small1", "small2", "small3"):
    client.networks.create(name)
for name in ("bridge", "small1", "small2", "small3"):
    print(name, client.networks.get(name).attrs["IPAM"]["Config"][0]["Subnet"])
#> [{'Base': '172.28.128.0/22', 'Size': 24}]
#> bridge 172.28.128.0/24
#> small1 172.28.129.0/24
#> small2 172.28.130.0/24
#> small3 172.28.131.0/24
