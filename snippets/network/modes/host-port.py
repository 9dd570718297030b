from urllib.request import urlopen

page = urlopen("http://localhost").read().decode()
print([line for line in page.splitlines() if "title" in line])
print(client.containers.get("open").ports)
#> ['<title>Welcome to nginx!</title>']
#> {}
