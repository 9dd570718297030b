from urllib.request import urlopen

page = urlopen("http://localhost:8080").read().decode()
print([line for line in page.splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
