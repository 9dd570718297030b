import io
import json
import tarfile


def saved(image):
    return tarfile.open(fileobj=io.BytesIO(b"".join(image.save(named=True))))


archive = saved(site)
manifest = json.load(archive.extractfile("manifest.json"))[0]
for name in manifest["Layers"]:
    print(name)
#> blobs/sha256/3c82e43ff7cdd65b8958b3c681315691e2029567fe58c5d56d30ddd80c760434
#> blobs/sha256/40676c4a2f06bba0913b0aa39d4898d7e3a7f979a2aa4dc6237593b1a42488a4
#> blobs/sha256/4ba0f523471bf4d18ed2f46662e7995148cf980dcc4f13736567db166ee25d29
