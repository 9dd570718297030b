#: on node1
client.images.pull("nginx", tag="latest")
shown = ["/srv/backup:/usr/share/nginx/html:ro"]
ports = {"80/tcp": ("192.0.2.11", 8000)}
files = client.containers.run("nginx", name="files", ports=ports, volumes=shown, detach=True)
#: on node2
from urllib.request import urlopen

print(urlopen("http://192.0.2.11:8000/notes.tar.gz").status)
#> 200
