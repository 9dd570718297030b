#: on node1
lan = client.containers.run("nginx", name="lan", ports={"80/tcp": ("192.0.2.11", 8082)}, detach=True)
lan.reload()
print(lan.ports)
#> {'80/tcp': [{'HostIp': '192.0.2.11', 'HostPort': '8082'}]}
#: on client
print([line for line in urlopen("http://192.0.2.11:8082").read().decode().splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
#: on node1
from urllib.error import URLError

try:
    urlopen("http://127.0.0.1:8082")
except URLError as error:
    print(error.reason)
#> [Errno 111] Connection refused
