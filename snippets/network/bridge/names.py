print(client.containers.get("b1").exec_run("ping -c 1 b2").output.decode())
#> PING b2 (172.18.0.3): 56 data bytes
#> 64 bytes from 172.18.0.3: seq=0 ttl=64 time=0.117 ms
#>
#> --- b2 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.117/0.117/0.117 ms
