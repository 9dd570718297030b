#: on node1
from docker.types import ServiceMode

now = client.api.inspect_service(web.id, insert_defaults=False)
two = {"mode": ServiceMode("replicated", 2), "endpoint_spec": now["Spec"]["EndpointSpec"]}
client.api.update_service(web.id, now["Version"]["Index"], now["Spec"]["TaskTemplate"], name="web", **two)
#: within 90 seconds
#: on node1
print([task["Status"]["State"] for task in web.tasks()])
#> ['running', 'running']
#: on node1
client.images.pull("alpine", tag="latest")
caller = client.containers.run("alpine", "sleep 1d", name="client", network="front", detach=True)
print(caller.exec_run("nslookup -type=a web").output.decode())
#> Server:		127.0.0.11
#> Address:	127.0.0.11:53
#>
#> Non-authoritative answer:
#> Name:	web
#> Address: 10.0.1.2
#: within 60 seconds
#: in any order
#: on node1
print(caller.exec_run("nslookup -type=a tasks.web").output.decode())
#> Server:		127.0.0.11
#> Address:	127.0.0.11:53
#>
#> Non-authoritative answer:
#> Name:	tasks.web
#> Address: 10.0.1.3
#> Name:	tasks.web
#> Address: 10.0.1.5
#: on node1
web.reload()
print(sorted(virtual["Addr"] for virtual in web.attrs["Endpoint"]["VirtualIPs"]))
#> ['10.0.0.3/24', '10.0.1.2/24']
