for container in (web, api):
    print(container.name, repr(container.attrs["NetworkSettings"]["IPAddress"]))
#> web '172.17.0.2'
#> api ''
