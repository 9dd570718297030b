from io import BytesIO

import docker

client = docker.from_env()
client.images.pull("alpine", tag="latest")
recipes = {
    "site:1": b"FROM alpine\nRUN echo one > /page && echo keep > /old\n",
    "site:2": b"FROM alpine\nRUN echo two > /page\n",
}
for tag, recipe in recipes.items():
    image, log = client.images.build(fileobj=BytesIO(recipe), tag=tag, rm=True)
    print(tag, image.id)
#> site:1 sha256:55fce2ae7a890d0cb40f61d6895f092edb9de1c7ea56f9318eea8087eee3e3e0
#> site:2 sha256:3796cfe9f1e08f0d61bfc0b6dc22e7c577e87ce7e64949b471be94628236382d
