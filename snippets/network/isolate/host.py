#: on node1
print(app.exec_run("ping -c 1 172.28.3.1").output.decode())
#> PING 172.28.3.1 (172.28.3.1): 56 data bytes
#> 64 bytes from 172.28.3.1: seq=0 ttl=64 time=0.097 ms
#>
#> --- 172.28.3.1 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.097/0.097/0.097 ms
#: on node1
from urllib.request import urlopen

db.reload()
print(urlopen("http://" + db.attrs["NetworkSettings"]["Networks"]["vault"]["IPAddress"]).read().decode())
#> the page of db
