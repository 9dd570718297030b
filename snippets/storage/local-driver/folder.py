from pathlib import Path

folder = Path("/srv/site")
folder.mkdir()
site = client.volumes.create("site", driver_opts={"type": "none", "o": "bind", "device": "/srv/site"})
client.images.pull("nginx", tag="latest")
client.containers.run("nginx", "true", volumes=["site:/usr/share/nginx/html"], remove=True)
print(sorted(file.name for file in folder.iterdir()))
#> ['50x.html', 'index.html']
