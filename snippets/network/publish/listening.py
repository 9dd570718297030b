#: on node1
#: in any order
import subprocess

command = ["ss", "-ltnH", "sport >= :8080 and sport <= :8082"]
for line in subprocess.run(command, capture_output=True, text=True).stdout.splitlines():
    print(line.split()[3])
#> 0.0.0.0:8080
#> 127.0.0.1:8081
#> 192.0.2.11:8082
#> [::]:8080
