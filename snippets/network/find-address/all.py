for container in sorted(client.containers.list(), key=lambda container: container.name):
    for name, network in sorted(container.attrs["NetworkSettings"]["Networks"].items()):
        print(container.name, name, network["IPAddress"])
#> api app 172.28.5.2
#> api my-db 172.28.6.2
#> tools host
#> web bridge 172.17.0.2
