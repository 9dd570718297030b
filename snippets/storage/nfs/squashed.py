#: on node1
squashed = line.replace("no_root_squash", "root_squash")
exports.write_text(exports.read_text().replace(line, squashed))
subprocess.run(["exportfs", "-r"], check=True)
#: on node2
print(reader.exec_run("touch /shared/two").output.decode())
#> touch: /shared/two: Permission denied
