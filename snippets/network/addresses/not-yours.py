#: on node1
auto = client.networks.create("auto")
endpoint = client.api.create_endpoint_config(ipv4_address="172.18.0.10")
try:
    client.containers.run(
        "alpine",
        "sleep 1d",
        name="c4",
        network="auto",
        networking_config={"auto": endpoint},
        detach=True,
        remove=True,
    )
except docker.errors.APIError as error:
    print(error.explanation)
#> invalid config for network auto: invalid endpoint settings:
#> user specified IP address is supported only when connecting to networks with user configured subnets
