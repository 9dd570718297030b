import hashlib

top = archive.extractfile(manifest["Layers"][-1]).read()
print(hashlib.sha256(top).hexdigest())
print(tarfile.open(fileobj=io.BytesIO(top)).getnames())
#> 4ba0f523471bf4d18ed2f46662e7995148cf980dcc4f13736567db166ee25d29
#> ['site', 'site/index.html']
