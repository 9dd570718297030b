print(client.containers.list(all=True), client.volumes.list())
#> [] []
