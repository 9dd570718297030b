client.images.pull("alpine", tag="latest")
for name in ("a1", "a2"):
    container = client.containers.run("alpine", "sleep 1d", name=name, detach=True)
    container.reload()
    print(name, container.attrs["NetworkSettings"]["Networks"]["bridge"]["IPAddress"])
#> a1 172.17.0.2
#> a2 172.17.0.3
