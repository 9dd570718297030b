#: on node1
for node in sorted(client.nodes.list(), key=lambda node: node.attrs["Description"]["Hostname"]):
    print(node.attrs["Description"]["Hostname"], node.attrs["Status"]["State"], node.attrs["Spec"]["Role"])
#> node1 ready manager
#> node2 ready worker
