#: on node1
silent = create("silent", "172.28.6.0/24", options={"com.docker.network.bridge.enable_icc": "false"})
c1 = client.containers.run("alpine", "sleep 1d", name="c1", network="silent", detach=True)
c2 = client.containers.run("alpine", "sleep 1d", name="c2", network="silent", detach=True)
#: on node1
answer = c1.exec_run("ping -c 1 -W 1 c2")
print(answer.exit_code, answer.output.decode())
#> 1 PING c2 (172.28.6.3): 56 data bytes
#>
#> --- c2 ping statistics ---
#> 1 packets transmitted, 0 packets received, 100% packet loss
#: on node1
answer = c1.exec_run("ping -c 1 192.0.2.12")
print(answer.exit_code, answer.output.decode())
#> 0 PING 192.0.2.12 (192.0.2.12): 56 data bytes
#> 64 bytes from 192.0.2.12: seq=0 ttl=63 time=0.177 ms
#>
#> --- 192.0.2.12 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.177/0.177/0.177 ms
