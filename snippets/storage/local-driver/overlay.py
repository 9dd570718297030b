import subprocess

stack = Path("/srv/stack")
stack.mkdir()
subprocess.run(["mount", "-t", "tmpfs", "tmpfs", stack], check=True)
for name in ("lower", "upper", "work"):
    (stack / name).mkdir()
(stack / "lower/page").write_text("original\n")
layers = "lowerdir=/srv/stack/lower,upperdir=/srv/stack/upper,workdir=/srv/stack/work"
client.volumes.create("stack", driver_opts={"type": "overlay", "device": "overlay", "o": layers})
change = ["sh", "-c", "cat /data/page; echo changed > /data/page"]
print(client.containers.run("alpine", change, volumes=["stack:/data"], remove=True).decode().strip())
print((stack / "lower/page").read_text().strip(), (stack / "upper/page").read_text().strip())
#> original
#> original changed
