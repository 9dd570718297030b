#: on node1
auto = client.networks.create("auto")


def try_address(address):
    endpoint = client.api.create_endpoint_config(ipv4_address=address)
    settings = {"name": "trial", "network": "auto", "networking_config": {"auto": endpoint}}
    try:
        trial = client.containers.create("alpine", "hostname -i", **settings)
        trial.start()
        trial.wait()
        print(trial.logs().decode().strip())
    except docker.errors.APIError as error:
        print(error.explanation)
    for trial in client.containers.list(all=True, filters={"name": "trial"}):
        trial.remove()


try_address("172.18.0.10")
#> invalid config for network auto: invalid endpoint settings:
#> user specified IP address is supported only when connecting to networks with user configured subnets
