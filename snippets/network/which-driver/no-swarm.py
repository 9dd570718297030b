try:
    client.networks.create("wide", driver="overlay", attachable=True)
except docker.errors.APIError as error:
    print(error.explanation)
#> This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
