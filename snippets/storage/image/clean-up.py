import shutil

shutil.rmtree(folder)
for image in (site, leak, stages):
    client.images.remove(image.id)
client.images.prune()
print(client.images.list())
#> [<Image: 'alpine:latest'>]
