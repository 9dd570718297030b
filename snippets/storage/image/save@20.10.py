import io
import json
import tarfile


def saved(image):
    return tarfile.open(fileobj=io.BytesIO(b"".join(image.save(named=True))))


archive = saved(site)
manifest = json.load(archive.extractfile("manifest.json"))[0]
for name in manifest["Layers"]:
    print(name)
#> c0f10f1485b5f31f820c05715dee61ee960cd4c9ffc9a8058680ab8991e7b767/layer.tar
#> 9defeb54752e1278691d77f6018010381f46f102055ceb4543bf3b29f11230e9/layer.tar
#> bb820ed78110a683cb0dbf7737261fdca784428eb5d30dfc6ec0186dba1e31de/layer.tar
