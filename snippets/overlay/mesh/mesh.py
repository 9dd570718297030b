#: on node2
print(client.containers.list(all=True))
#> []
#: on node1
from urllib.request import urlopen
#: within 60 seconds
#: on node1
print(urlopen("http://192.0.2.11:8080").read().decode())
#> node1
#: within 60 seconds
#: on node1
print(urlopen("http://192.0.2.12:8080").read().decode())
#> node1
