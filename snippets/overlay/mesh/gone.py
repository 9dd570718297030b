#: on node1
front.remove()
#: within 60 seconds
#: on node1
print(client.networks.list(names=["front"]))
#> []
#: within 60 seconds
#: on node2
print(client.networks.list(names=["front"]))
#> []
