#: on node1
import shlex

for table in ("mangle", "filter"):
    saved = subprocess.run(["iptables-save", "-t", table], capture_output=True, text=True, check=True).stdout
    for rule in saved.splitlines():
        if "--u32" in rule:
            print(rule)
            subprocess.run(["iptables", "-t", table, "-D", *shlex.split(rule)[1:]], check=True)
#: on node2
import shlex

for table in ("mangle", "filter"):
    saved = subprocess.run(["iptables-save", "-t", table], capture_output=True, text=True, check=True).stdout
    for rule in saved.splitlines():
        if "--u32" in rule:
            print(rule)
            subprocess.run(["iptables", "-t", table, "-D", *shlex.split(rule)[1:]], check=True)
