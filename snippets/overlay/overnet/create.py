#: on node1
overnet = client.networks.create("overnet", driver="overlay", attachable=True)
print(overnet.id)
#> p49s5weyb5scnjuftoi60viqn
#: on node2
print(client.networks.list(names=["overnet"]))
#> []
