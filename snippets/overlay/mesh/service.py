#: on node1
from docker.types import EndpointSpec

front = client.networks.create("front", driver="overlay", attachable=True)
print(front.id)
start = ["sh", "-c", "hostname > /usr/share/nginx/html/index.html; exec nginx -g 'daemon off;'"]
settings = {"args": start, "networks": ["front"], "hostname": "{{.Node.Hostname}}"}
web = client.services.create("nginx", name="web", endpoint_spec=EndpointSpec(ports={8080: 80}), **settings)
print(web.id)
#> plshyht0yqfoudpw31824y4b4
#> az4buta1xbjp7rmhjmbph8pj7
#: within 90 seconds
#: on node1
print([task["Status"]["State"] for task in web.tasks()])
#> ['running']
