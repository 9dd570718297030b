import gzip
import hashlib

top = archive.extractfile(manifest["Layers"][-1]).read()
print(hashlib.sha256(top).hexdigest())
layer = gzip.decompress(top) if top.startswith(b"\x1f\x8b") else top
print(hashlib.sha256(layer).hexdigest())
print(tarfile.open(fileobj=io.BytesIO(layer)).getnames())
#> 4ba0f523471bf4d18ed2f46662e7995148cf980dcc4f13736567db166ee25d29
#> 4ba0f523471bf4d18ed2f46662e7995148cf980dcc4f13736567db166ee25d29
#> ['site', 'site/index.html']
