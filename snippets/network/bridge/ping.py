print(client.containers.get("a1").exec_run("ping -c 1 172.17.0.3").output.decode())
#> PING 172.17.0.3 (172.17.0.3): 56 data bytes
#> 64 bytes from 172.17.0.3: seq=0 ttl=64 time=0.087 ms
#>
#> --- 172.17.0.3 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.087/0.087/0.087 ms
