client.containers.run("nginx", name="third", ports={"80/tcp": 8080}, detach=True)
#: on node1
page = urlopen("http://localhost:8080").read().decode()
print([line for line in page.splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
