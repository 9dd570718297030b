#: on node1
#: exits 1
import docker

client = docker.from_env()
quick = client.networks.create("quick", enable_ipv6=True)
quick.reload()
for config in quick.attrs["IPAM"]["Config"]:
    print(config["Subnet"])
#> Traceback (most recent call last):
#>   File "snippets/network/ipv6/automatic.py", line 5, in <module>
#>     quick = client.networks.create("quick", enable_ipv6=True)
#>             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#> docker.errors.NotFound: 404 Client Error for http+docker://localhost/v1.41/networks/create: Not Found ("could not find an available, non-overlapping IPv6 address pool among the defaults to assign to the network")
