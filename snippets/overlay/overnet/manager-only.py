#: on node2
try:
    client.services.list()
except docker.errors.APIError as error:
    print(error.status_code, error.explanation)
#> 503 This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
