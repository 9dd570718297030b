#: on node1
any_port = client.containers.run("nginx", name="any", ports={"80/tcp": None}, detach=True)
any_port.reload()
where = any_port.ports["80/tcp"][0]
print(f"{where['HostIp']}:{where['HostPort']}")
#> 0.0.0.0:32768
#: on node1
page = urlopen(f"http://{where['HostIp']}:{where['HostPort']}").read().decode()
print([line for line in page.splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
#: on node1
print(client.images.get("nginx").attrs["Config"]["ExposedPorts"])
all_ports = client.containers.run("nginx", name="all", publish_all_ports=True, detach=True)
all_ports.reload()
for port, bindings in all_ports.ports.items():
    print(port, f"{bindings[0]['HostIp']}:{bindings[0]['HostPort']}")
#> {'80/tcp': {}}
#> 80/tcp 0.0.0.0:32769
