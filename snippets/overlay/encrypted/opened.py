#: on node2
subprocess.run(["iptables", "-D", "INPUT", "-p", "esp", "-j", "DROP"], check=True)
#: on node1
print(s1.exec_run("ping -c 1 s2").output.decode())
#> PING s2 (10.0.2.4): 56 data bytes
#> 64 bytes from 10.0.2.4: seq=0 ttl=64 time=0.157 ms
#>
#> --- s2 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.157/0.157/0.157 ms
