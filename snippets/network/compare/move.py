client.networks.get("bridge").disconnect("d2")
app.connect("d2")
#: on node1
print(client.containers.get("d2").exec_run("ping -c 1 u1").output.decode())
#> PING u1 (172.28.1.2): 56 data bytes
#> 64 bytes from 172.28.1.2: seq=0 ttl=64 time=0.090 ms
#>
#> --- u1 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.090/0.090/0.090 ms
