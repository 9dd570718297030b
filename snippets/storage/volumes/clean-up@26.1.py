for name in ("empty", "note", "pages"):
    client.volumes.get(name).remove()
print(client.containers.list(all=True), client.volumes.list())
#> [] [<Volume: e20cd5a46359>]
