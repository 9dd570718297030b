for name in ("open", "quiet", "second", "side", "third"):
    client.containers.get(name).remove(force=True)
print(client.containers.list(all=True))
#> []
