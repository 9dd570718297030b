#: on node1
from pathlib import Path

conf = Path("gate.conf").absolute()
conf.write_text("server { listen 80; location / { proxy_pass http://db; } }\n")
front = create("front", "172.28.4.0/24")
volumes = {str(conf): {"bind": "/etc/nginx/conf.d/default.conf", "mode": "ro"}}
gate = client.containers.create("nginx", name="gate", network="front", ports={"80/tcp": 8081}, volumes=volumes)
vault.connect(gate)
gate.start()
#: on client
print(urlopen("http://192.0.2.11:8081").read().decode())
#> the page of db
