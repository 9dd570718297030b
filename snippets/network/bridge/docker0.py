bridge = client.networks.get("bridge")
print(bridge.attrs["Options"]["com.docker.network.bridge.name"])
print(bridge.attrs["IPAM"]["Config"][0]["Subnet"], bridge.attrs["IPAM"]["Config"][0]["Gateway"])
#> docker0
#> 172.17.0.0/16 172.17.0.1
