client.images.pull("nginx", tag="latest")
look = "ls /usr/share/nginx/html"
print(client.containers.run("nginx", look, remove=True).decode().split())
covered = ["/srv/site:/usr/share/nginx/html"]
print(client.containers.run("nginx", look, volumes=covered, remove=True).decode().split())
#> ['50x.html', 'index.html']
#> ['disk', 'new', 'page']
