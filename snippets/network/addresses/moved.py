#: on node1
auto.remove()
first = client.networks.create("first")
auto = client.networks.create("auto")
try_address("172.18.0.10")
#> invalid config for network auto: invalid endpoint settings:
#> user specified IP address is supported only when connecting to networks with user configured subnets
