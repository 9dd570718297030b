web.exec_run(["sh", "-c", "echo mine > /usr/share/nginx/html/index.html"])
web.remove(force=True)
web = client.containers.run("nginx", name="web", volumes=["pages:/usr/share/nginx/html"], detach=True)
print(web.exec_run("cat /usr/share/nginx/html/index.html").output.decode())
#> mine
