#: on node1
client.containers.get("second").remove()
second = client.containers.run("nginx", name="second", ports={"80/tcp": ("127.0.0.1", "8081-8089")}, detach=True)
second.reload()
print(second.ports)
#> {'80/tcp': [{'HostIp': '127.0.0.1', 'HostPort': '8082'}]}
