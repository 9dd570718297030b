client.images.pull("nginx", tag="latest")
dweb = client.containers.run("nginx", name="dweb", detach=True)
uweb = client.containers.run("nginx", name="uweb", network="app", ports={"80/tcp": 8080}, detach=True)
dweb.reload()
print(dweb.attrs["NetworkSettings"]["Networks"]["bridge"]["IPAddress"])
#> 172.17.0.4
