#: on node1
[task] = client.containers.list(filters={"name": "web"})
print(task.logs(stderr=False).decode().splitlines()[-1].split()[0])
print(client.networks.get("ingress").attrs["IPAM"]["Config"][0]["Subnet"])
#> 10.0.0.5
#> 10.0.0.0/24
