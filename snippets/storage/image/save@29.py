import io
import json
import tarfile


def saved(image):
    return tarfile.open(fileobj=io.BytesIO(b"".join(image.save(named=True))))


archive = saved(site)
manifest = json.load(archive.extractfile("manifest.json"))[0]
for name in manifest["Layers"]:
    print(name)
#> blobs/sha256/165ad107bb2855ba8ace9486b6f29568126eb8c4f05bb50546b0c6a824df5761
#> blobs/sha256/6cdaef7ff63913f0f425ceea9162ff31721a99a54bdc7e46a128e085b1ab6000
#> blobs/sha256/c061651ba3dad6a514647a75b70a71fea183f4f4a82c6416ea6f1c8b8feefbed
