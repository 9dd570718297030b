#: on node1
try:
    client.containers.run("nginx", name="second", ports={"80/tcp": ("127.0.0.1", 8081)}, detach=True)
except docker.errors.APIError as error:
    print(error.explanation)
print(client.containers.get("second").status)
#> driver failed programming external connectivity on endpoint second (596e868e38116c4a91de84d10ad98189171b216b2fd3fb24f5b0f8a5c3da7ed5): Bind for 127.0.0.1:8081 failed: port is already allocated
#> created
