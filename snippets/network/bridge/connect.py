app.connect("a1")
a1 = client.containers.get("a1")
for name, network in sorted(a1.attrs["NetworkSettings"]["Networks"].items()):
    print(name, network["IPAddress"])
print(a1.exec_run("ping -c 1 b2").output.decode())
#> app 172.18.0.5
#> bridge 172.17.0.2
#> PING b2 (172.18.0.3): 56 data bytes
#> 64 bytes from 172.18.0.3: seq=0 ttl=64 time=0.133 ms
#>
#> --- b2 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.133/0.133/0.133 ms
