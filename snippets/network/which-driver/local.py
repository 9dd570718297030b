wide = client.networks.create("wide")
wide.reload()
print(wide.attrs["Driver"], wide.attrs["Scope"])
wide.remove()
#> bridge local
