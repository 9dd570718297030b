#: on node2
client.containers.get("guest").remove(force=True)
#: on node1
myservice.remove()
#: within 60 seconds
#: on node1
print(client.containers.list(all=True))
#> []
#: within 60 seconds
#: on node2
print(client.containers.list(all=True))
#> []
