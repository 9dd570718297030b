upper = Path(folders["upperdir"])
print([path.name for path in upper.iterdir()])
c1.exec_run(["sh", "-c", "echo changed > /page"])
print([path.name for path in upper.iterdir()])
print((upper / "page").read_text())
print(c1.diff())
#> []
#> ['page']
#> changed
#>
#> [{'Path': '/page', 'Kind': 0}]
