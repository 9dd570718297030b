#: on node1
for name in ("web", "shop", "admin", "lan", "any", "all", "many", "spelled", "second", "six", "four"):
    client.containers.get(name).remove(force=True)
print(client.containers.list(all=True))
#> []
