#: on node1
overnet.remove()
#: within 60 seconds
#: on node1
print(client.networks.list(names=["overnet"]))
#> []
#: within 60 seconds
#: on node2
print(client.networks.list(names=["overnet"]))
#> []
