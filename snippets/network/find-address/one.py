web = client.containers.get("web")
print([network["IPAddress"] for network in web.attrs["NetworkSettings"]["Networks"].values()])
#> ['172.17.0.2']
