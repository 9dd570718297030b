for container in (first, second):
    container.remove(force=True)
print(client.containers.list(all=True))
#> []
