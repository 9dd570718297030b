#: on node1
import docker
from urllib.request import urlopen

client = docker.from_env()
client.images.pull("nginx", tag="latest")
web = client.containers.run("nginx", name="web", detach=True)
web.reload()
print(web.ports)
#> {'80/tcp': None}
#: on node1
address = web.attrs["NetworkSettings"]["Networks"]["bridge"]["IPAddress"]
print([line for line in urlopen(f"http://{address}").read().decode().splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
#: on client
from urllib.error import URLError
from urllib.request import urlopen

try:
    urlopen("http://192.0.2.11")
except URLError as error:
    print(error.reason)
#> [Errno 111] Connection refused
