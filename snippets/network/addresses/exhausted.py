#: on node2
try:
    client.networks.create("small4")
except docker.errors.APIError as error:
    print(error.explanation)
#> all predefined address pools have been fully subnetted
