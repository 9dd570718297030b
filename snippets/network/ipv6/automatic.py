#: on node1
import docker

client = docker.from_env()
quick = client.networks.create("quick", enable_ipv6=True)
quick.reload()
for config in quick.attrs["IPAM"]["Config"]:
    print(config["Subnet"])
#> 172.18.0.0/16
#> fdfa:2b79:a0fa::/64
