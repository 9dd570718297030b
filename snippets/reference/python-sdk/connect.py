client = docker.from_env()
print(client.ping(), client.api.base_url)
print(client.api.api_version == client.version()["ApiVersion"])
#> True http+docker://localhost
#> True
