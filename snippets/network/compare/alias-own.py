app.disconnect("u2")
app.connect("u2", aliases=["db"], ipv4_address="172.28.1.50")
#: on node1
print(client.containers.get("u1").exec_run("ping -c 1 db").output.decode())
#> PING db (172.28.1.50): 56 data bytes
#> 64 bytes from 172.28.1.50: seq=0 ttl=64 time=0.140 ms
#>
#> --- db ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.140/0.140/0.140 ms
