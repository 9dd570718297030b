#: on node1
from docker.types import EndpointSpec

front = client.networks.create("front", driver="overlay", attachable=True)
print(front.id)
start = ["sh", "-c", "hostname > /usr/share/nginx/html/index.html; exec nginx -g 'daemon off;'"]
settings = {"args": start, "networks": ["front"], "hostname": "{{.Node.Hostname}}"}
web = client.services.create("nginx", name="web", endpoint_spec=EndpointSpec(ports={8080: 80}), **settings)
print(web.id)
#> oq480c2zuxvo7vqwngfldb1e1
#> k3do4a5f2dxcgdfp63xg7my5k
#: within 90 seconds
#: on node1
print([task["Status"]["State"] for task in web.tasks()])
#> ['running']
