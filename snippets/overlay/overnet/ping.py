#: on node1
print(client.containers.list(filters={"name": "myservice"})[0].exec_run("ping -c 1 10.0.1.4").output.decode())
#> PING 10.0.1.4 (10.0.1.4): 56 data bytes
#> 64 bytes from 10.0.1.4: seq=0 ttl=64 time=0.140 ms
#>
#> --- 10.0.1.4 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.140/0.140/0.140 ms
