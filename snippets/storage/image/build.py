from pathlib import Path

import docker

client = docker.from_env()
folder = Path("/srv/site")
folder.mkdir()
(folder / "index.html").write_text("<h1>Hello</h1>\n")
(folder / "Dockerfile").write_text("""\
FROM alpine
RUN mkdir /site
COPY index.html /site/
ENV GREETING=hello
CMD ["cat", "/site/index.html"]
""")
client.images.pull("alpine", tag="latest")
site, log = client.images.build(path=str(folder), tag="site:1", rm=True)
print(site.id)
print(client.containers.run("site:1", remove=True).decode())
#> sha256:45c8152fac95db975b3eb7c0a1b890d7d9da084cde2d3d966d1b68905685ea30
#> <h1>Hello</h1>
