#: on node1
import os

os.chown(shared, 1000, 1000)
#: on node2
print(reader.exec_run("touch /shared/two", user="1000:1000").exit_code)
#> 0
#: on node1
print(writer.exec_run("stat -c '%n %u' /shared/one /shared/two").output.decode())
#> /shared/one 0
#> /shared/two 1000
