from pathlib import Path

client.images.pull("nginx", tag="latest")
web = client.containers.run("nginx", name="web", volumes=["pages:/usr/share/nginx/html"], detach=True)
pages = client.volumes.get("pages")
print(sorted(file.name for file in Path(pages.attrs["Mountpoint"]).iterdir()))
#> ['50x.html', 'index.html']
