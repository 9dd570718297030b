#: on node1
[writer] = client.containers.list(filters={"name": "files"})
writer.exec_run(["sh", "-c", "echo from node1 > /shared/one"])
#: on node2
[reader] = client.containers.list(filters={"name": "files"})
print(reader.exec_run("cat /shared/one").output.decode())
#> from node1
