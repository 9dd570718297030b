#: in any order
#: on node1
import subprocess
from glob import glob

[namespace] = glob("/run/docker/netns/lb_*")
table = subprocess.run(["nsenter", f"--net={namespace}", "ipvsadm", "-Sn"], capture_output=True, text=True, check=True)
print(table.stdout)
#> -A -f 256 -s rr
#> -a -f 256 -r 10.0.1.3:0 -m -w 1
#> -a -f 256 -r 10.0.1.5:0 -m -w 1
#: on node1
print(sorted(caller.exec_run("wget -qO- http://web").output.decode().strip() for _ in range(4)))
#> ['node1', 'node1', 'node2', 'node2']
