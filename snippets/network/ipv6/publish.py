#: on node1
from urllib.request import urlopen

print(client.containers.get("web").attrs["NetworkSettings"]["Ports"])
for address in ("127.0.0.1", "[::1]"):
    page = urlopen(f"http://{address}:8080").read().decode()
    print(address, [line for line in page.splitlines() if "title" in line])
#> {'80/tcp': [{'HostIp': '0.0.0.0', 'HostPort': '8080'}, {'HostIp': '::', 'HostPort': '8080'}]}
#> 127.0.0.1 ['<title>Welcome to nginx!</title>']
#> [::1] ['<title>Welcome to nginx!</title>']
