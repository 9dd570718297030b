api = client.containers.get("api")
print("".join(network["IPAddress"] for network in api.attrs["NetworkSettings"]["Networks"].values()))
#> 172.28.5.2172.28.6.2
