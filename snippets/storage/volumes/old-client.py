#: in any order
older = docker.from_env(version="1.41")
print(*older.volumes.prune()["VolumesDeleted"], sep="\n")
#> empty
#> note
#> pages
#: on node1
print(client.volumes.list())
#> []
