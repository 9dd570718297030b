#: in any order
for container in (scratch, bare, web):
    container.remove(force=True)
print(*client.volumes.prune()["VolumesDeleted"], sep="\n")
#> e20cd5a463590f680661c52c604d3410367375e8e86022e17f54960ef4c94df2
#: on node1
#: in any order
print(*(volume.name for volume in client.volumes.list()), sep="\n")
#> empty
#> note
#> pages
