app = client.networks.create("app", driver="bridge")
for name in ("b1", "b2"):
    client.containers.run("alpine", "sleep 1d", name=name, network="app", detach=True)
app.reload()
print(app.attrs["IPAM"]["Config"][0]["Subnet"])
for container in sorted(app.containers, key=lambda container: container.name):
    print(container.name, container.attrs["NetworkSettings"]["Networks"]["app"]["IPAddress"])
#> 172.18.0.0/16
#> b1 172.18.0.2
#> b2 172.18.0.3
