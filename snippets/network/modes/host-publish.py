try:
    client.containers.run("alpine", "sleep 1d", network_mode="host", ports={"80/tcp": 8080}, detach=True)
except docker.errors.InvalidArgument as error:
    print(error)
#> "host" network_mode is incompatible with port_bindings
