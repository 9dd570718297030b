(folder / "Dockerfile.stages").write_text("""\
FROM alpine AS check
COPY token /token
RUN sha256sum /token > /checked
FROM alpine
COPY --from=check /checked /token.sha256
""")
stages, log = client.images.build(path=str(folder), dockerfile="Dockerfile.stages", tag="site:stages", rm=True)
print(stages.id)
base, *own = layers(stages)
for layer in own:
    print(layer.getnames())
#> sha256:3de01f732a7176e206393865ef8705ff6920fc50ead1d16a75dae4357efed31d
#> ['token.sha256']
