#: on node1
myservice = client.services.create(
    "alpine",
    command=["sleep", "1d"],
    name="myservice",
    networks=["overnet"],
    mode=docker.types.ServiceMode("replicated", 2),
)
print(myservice.id)
#> 2xnltfoit0x9nst4z92y91b7x
#: within 90 seconds
#: on node1
nodes = {node.id: node.attrs["Description"]["Hostname"] for node in client.nodes.list()}
for task in sorted(myservice.tasks(), key=lambda task: nodes.get(task.get("NodeID"), "")):
    print(nodes.get(task.get("NodeID")), task["Status"]["State"])
#> node1 running
#> node2 running
