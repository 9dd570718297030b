import os

c1.exec_run("rm /old")
mark = (upper / "old").stat()
print((upper / "old").is_char_device(), os.major(mark.st_rdev), os.minor(mark.st_rdev))
for change in sorted(c1.diff(), key=lambda change: change["Path"]):
    print(change)
print(client.containers.run("site:1", "cat /page /old", remove=True).decode())
#> True 0 0
#> {'Path': '/old', 'Kind': 2}
#> {'Path': '/page', 'Kind': 0}
#> one
#> keep
