pinned.restart(timeout=0)
print(pinned.exec_run("cat /page").output.decode().strip())
page.write_text("four\n")
print(pinned.exec_run("cat /page").output.decode().strip())
#> three
#> four
