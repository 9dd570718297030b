for name in ("app", "my-db"):
    print(api.attrs["NetworkSettings"]["Networks"][name]["IPAddress"])
#> 172.28.5.2
#> 172.28.6.2
