client.images.pull("nginx", tag="latest")
web = client.containers.run("nginx", name="web", volumes=["pages:/usr/share/nginx/html"], detach=True)
print(client.containers.run("alpine", "ls /pages", volumes=["pages:/pages:ro"], remove=True).decode())
#> 50x.html
#> index.html
