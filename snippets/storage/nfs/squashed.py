#: on node1
exports.write_text(exports.read_text().replace("no_root_squash", "root_squash"))
subprocess.run(["exportfs", "-r"], check=True)
#: on node2
print(reader.exec_run("touch /shared/two").output.decode())
#> touch: /shared/two: Permission denied
