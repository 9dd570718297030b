#: on node1
page = b1.exec_run("wget -qO- http://192.0.2.11:8080").output.decode()
print([line for line in page.splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
