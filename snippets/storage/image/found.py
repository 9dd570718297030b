def layers(image):
    archive = saved(image)
    for name in json.load(archive.extractfile("manifest.json"))[0]["Layers"]:
        yield tarfile.open(fileobj=archive.extractfile(name))


base, *own = layers(leak)
for layer in own:
    print(layer.getnames())
print(own[0].extractfile("token").read().decode())
#> ['token']
#> ['checked']
#> ['.wh.token']
#> hunter2
