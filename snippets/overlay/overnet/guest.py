#: on node2
guest = client.containers.run("alpine", "sleep 1d", name="guest", network="overnet", detach=True)
guest.reload()
print(guest.status)
#> running
#: on node1
print(client.containers.list(filters={"name": "myservice"})[0].exec_run("ping -c 1 guest").output.decode())
#> PING guest (10.0.1.7): 56 data bytes
#> 64 bytes from 10.0.1.7: seq=0 ttl=64 time=0.161 ms
#>
#> --- guest ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.161/0.161/0.161 ms
