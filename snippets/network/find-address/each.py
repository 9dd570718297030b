for name, network in sorted(api.attrs["NetworkSettings"]["Networks"].items()):
    print(name, network["IPAddress"])
#> app 172.28.5.2
#> my-db 172.28.6.2
