#: on node2
import subprocess

subprocess.run(["iptables", "-I", "INPUT", "-p", "esp", "-j", "DROP"], check=True)
#: on node1
print(s1.exec_run("nslookup -type=a s2").output.decode())
print(s1.exec_run("ping -c 1 -W 1 s2").output.decode())
#> Server:		127.0.0.11
#> Address:	127.0.0.11:53
#>
#> Non-authoritative answer:
#> Name:	s2
#> Address: 10.0.2.4
#>
#>
#> PING s2 (10.0.2.4): 56 data bytes
#>
#> --- s2 ping statistics ---
#> 1 packets transmitted, 0 packets received, 100% packet loss
