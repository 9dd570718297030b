try:
    client.networks.get("bridge").remove()
except docker.errors.APIError as error:
    print(error.explanation)
#> bridge is a pre-defined network and cannot be removed
