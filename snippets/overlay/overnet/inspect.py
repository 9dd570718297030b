#: on node1
for container in client.networks.get("overnet").attrs["Containers"].values():
    print(container["Name"], container["IPv4Address"], container["MacAddress"])
#> myservice.2.jw4fdly99lrmfsi93rcewvvcu 10.0.1.3/24 02:42:0a:00:01:03
#> overnet-endpoint 10.0.1.5/24 02:42:0a:00:01:05
#: on node2
for container in client.networks.get("overnet").attrs["Containers"].values():
    print(container["Name"], container["IPv4Address"], container["MacAddress"])
#> myservice.1.w7sxzqutnkl00o0muk3597zes 10.0.1.4/24 02:42:0a:00:01:04
#> overnet-endpoint 10.0.1.6/24 02:42:0a:00:01:06
