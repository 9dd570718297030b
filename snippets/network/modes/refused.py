try:
    client.containers.run("nginx", name="other", network_mode="container:third", ports={"80/tcp": 8081}, detach=True)
except docker.errors.APIError as error:
    print(error.explanation)
#> conflicting options: port publishing and the container type network mode
