#: on node1
try:
    client.containers.run("nginx", name="second", ports={"80/tcp": ("127.0.0.1", 8081)}, detach=True)
except docker.errors.APIError as error:
    print(error.explanation)
print(client.containers.get("second").status)
#> failed to set up container networking: driver failed programming external connectivity on endpoint second (b3e7f71d600f434be394be15569fc4fcae914632c1cdf1c2dc45a0e348467c34): Bind for 127.0.0.1:8081 failed: port is already allocated
#> created
