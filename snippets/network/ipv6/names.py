#: on node1
print(client.containers.get("c1").exec_run("sh -c 'nslookup web | grep ^Address | sort'").output.decode())
print(client.containers.get("c1").exec_run("ping -6 -c 1 web").output.decode())
#> Address:	127.0.0.11:53
#> Address: 172.28.6.2
#> Address: fd00:28:6::2
#>
#> PING web (fd00:28:6::2): 56 data bytes
#> 64 bytes from fd00:28:6::2: seq=0 ttl=64 time=0.173 ms
#>
#> --- web ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.173/0.173/0.173 ms
