print(client.containers.get("u1").exec_run("ping -c 1 u2").output.decode())
#> PING u2 (172.28.1.3): 56 data bytes
#> 64 bytes from 172.28.1.3: seq=0 ttl=64 time=0.102 ms
#>
#> --- u2 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.102/0.102/0.102 ms
