#: on node1
on_hosts = EndpointSpec(mode="dnsrr", ports={8081: (80, "tcp", "host")})
each = client.services.create("nginx", name="each", mode=ServiceMode("global"), endpoint_spec=on_hosts, **settings)
print(each.id)
#> x9j3iwtrab846k0hix948lkq4
#: within 90 seconds
#: on node1
print([task["Status"]["State"] for task in each.tasks()])
#> ['running', 'running']
#: within 60 seconds
#: on node1
print(urlopen("http://192.0.2.11:8081").read().decode())
#> node1
#: within 60 seconds
#: on node1
print(urlopen("http://192.0.2.12:8081").read().decode())
#> node2
#: on node2
[task] = client.containers.list(filters={"name": "each"})
print(task.logs(stderr=False).decode().splitlines()[-1].split()[0])
#> 192.0.2.11
