#: on node1
endpoint = client.api.create_endpoint_config(ipv4_address="172.28.1.10")
try:
    client.containers.run(
        "alpine", "sleep 1d", name="db2", network="lan", networking_config={"lan": endpoint}, detach=True
    )
except docker.errors.APIError as error:
    print(error.explanation)
print(client.containers.get("db2").status)
#> Address already in use
#> created
