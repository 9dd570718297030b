from pathlib import Path

import docker

client = docker.from_env()
site = Path("/srv/site")
(site / "disk").mkdir(parents=True)
page = site / "page"
page.write_text("one\n")
client.images.pull("alpine", tag="latest")
editor = client.containers.run("alpine", "sleep 1d", name="editor", volumes=["/srv/site:/site"], detach=True)
write = ["sh", "-c", "cat /site/page; echo two > /site/page; touch /site/new"]
print(editor.exec_run(write).output.decode().strip())
print(page.read_text().strip())
print((site / "new").owner())
#> one
#> two
#> root
