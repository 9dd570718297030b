#: on node1
caller.remove(force=True)
web.remove()
each.remove()
#: within 60 seconds
#: on node1
print(client.containers.list(all=True))
#> []
#: within 60 seconds
#: on node2
print(client.containers.list(all=True))
#> []
