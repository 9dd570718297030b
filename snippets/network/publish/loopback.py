#: on node1
admin = client.containers.run("nginx", name="admin", ports={"80/tcp": ("127.0.0.1", 8081)}, detach=True)
admin.reload()
print(admin.ports)
#> {'80/tcp': [{'HostIp': '127.0.0.1', 'HostPort': '8081'}]}
#: on node1
print([line for line in urlopen("http://127.0.0.1:8081").read().decode().splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
#: on client
try:
    urlopen("http://192.0.2.11:8081")
except URLError as error:
    print(error.reason)
#> [Errno 111] Connection refused
