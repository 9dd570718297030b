#: in any order
older = docker.from_env(version="1.41")
print(*older.volumes.prune()["VolumesDeleted"], sep="\n")
#> empty
#> note
#> pages
#> e20cd5a463590f680661c52c604d3410367375e8e86022e17f54960ef4c94df2
#: on node1
print(client.volumes.list())
#> []
