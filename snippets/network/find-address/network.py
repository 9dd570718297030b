app = client.networks.get("app")
print([(endpoint["Name"], endpoint["IPv4Address"]) for endpoint in app.attrs["Containers"].values()])
#> [('api', '172.28.5.2/24')]
