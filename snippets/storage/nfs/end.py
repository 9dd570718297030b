#: on node1
apart.remove()
files.remove()
#: within 60 seconds
#: on node1
print(client.containers.list(all=True))
#> []
#: within 60 seconds
#: on node2
print(client.containers.list(all=True))
#> []
