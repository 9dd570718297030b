web.stop(timeout=0)
for container in (client.containers.get("web"), client.containers.get("tools")):
    print(container.name, [network["IPAddress"] for network in container.attrs["NetworkSettings"]["Networks"].values()])
#> web ['']
#> tools ['']
