first.exec_run(["sh", "-c", "echo secret > /scratch/key; echo note > /on-disk"])
print(sorted(change["Path"] for change in first.diff()))
#> ['/on-disk', '/scratch']
