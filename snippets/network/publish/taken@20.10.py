#: on node1
try:
    client.containers.run("nginx", name="second", ports={"80/tcp": ("127.0.0.1", 8081)}, detach=True)
except docker.errors.APIError as error:
    print(error.explanation)
print(client.containers.get("second").status)
#> driver failed programming external connectivity on endpoint second (ae7176284743494d6dcacf6637caa5dc79a30386a3d7eb1848d00a8dde7d6da7): Bind for 127.0.0.1:8081 failed: port is already allocated
#> created
