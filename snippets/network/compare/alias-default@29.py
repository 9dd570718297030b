bridge = client.networks.get("bridge")
for options in ({"aliases": ["db"]}, {"ipv4_address": "172.17.0.9"}):
    try:
        bridge.connect("u1", **options)
    except docker.errors.APIError as error:
        print(error.explanation)
#> invalid endpoint settings:
#> network-scoped aliases are only supported for user-defined networks
#> invalid endpoint settings:
#> user-specified IP address is supported on user-defined networks only
