pinned = client.containers.run("alpine", "sleep 1d", name="pinned", volumes=["/srv/site/page:/page"], detach=True)
draft = site / "draft"
draft.write_text("three\n")
draft.rename(page)
print(viewer.exec_run("cat /site/page").output.decode().strip())
print(pinned.exec_run("cat /page").output.decode().strip())
print(pinned.exec_run(["stat", "-c", "%n has %h names left", "/page"]).output.decode().strip())
#> three
#> two
#> /page has 0 names left
