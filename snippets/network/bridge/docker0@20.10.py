#: exits 1
bridge = client.networks.get("bridge")
print(bridge.attrs["Options"]["com.docker.network.bridge.name"])
print(bridge.attrs["IPAM"]["Config"][0]["Subnet"], bridge.attrs["IPAM"]["Config"][0]["Gateway"])
#> docker0
#> Traceback (most recent call last):
#>   File "snippets/network/bridge/docker0.py", line 3, in <module>
#>     print(bridge.attrs["IPAM"]["Config"][0]["Subnet"], bridge.attrs["IPAM"]["Config"][0]["Gateway"])
#>                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^^^^^^^^^^^
#> KeyError: 'Gateway'
