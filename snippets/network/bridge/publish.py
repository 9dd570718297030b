client.images.pull("nginx", tag="latest")
web = client.containers.run("nginx", name="web", network="app", ports={"80/tcp": 8080}, detach=True)
web.reload()
print(web.ports)
#> {'80/tcp': [{'HostIp': '0.0.0.0', 'HostPort': '8080'}, {'HostIp': '::', 'HostPort': '8080'}]}
