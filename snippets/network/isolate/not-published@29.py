#: on node1
report = client.containers.run("nginx", name="report", network="vault", ports={"80/tcp": 8081}, detach=True)
report.reload()
print(report.ports)
#> {'80/tcp': None}
#: on client
from urllib.error import URLError
from urllib.request import urlopen

try:
    urlopen("http://192.0.2.11:8081")
except URLError as error:
    print(error.reason)
#> [Errno 111] Connection refused
#: on node1
report.remove(force=True)
