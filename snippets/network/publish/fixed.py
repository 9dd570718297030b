#: on node1
shop = client.containers.run("nginx", name="shop", ports={"80/tcp": 8080}, detach=True)
shop.reload()
print(shop.ports)
#> {'80/tcp': [{'HostIp': '0.0.0.0', 'HostPort': '8080'}, {'HostIp': '::', 'HostPort': '8080'}]}
#: on client
print([line for line in urlopen("http://192.0.2.11:8080").read().decode().splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
