#: on node1
auto.remove()
first = client.networks.create("first")
auto = client.networks.create("auto")
try_address("172.18.0.10")
#> invalid config for network auto: invalid endpoint settings:
#> no configured subnet contains IP address 172.18.0.10
