#: on node1
o1.exec_run("ping o2", detach=True)
#: on node2
import socket
import time

wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.ntohs(0x0800))


def listen(wanted, seconds):
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        wire.settimeout(left)
        try:
            frame, _ = wire.recvfrom(2048)
        except TimeoutError:
            break
        if socket.inet_ntoa(frame[26:30]) == "192.0.2.11" and wanted(frame):
            return frame


def is_vxlan(frame):
    return frame[23] == 17 and int.from_bytes(frame[36:38]) == 4789


inner = listen(is_vxlan, 30)[50:]
print("inner", socket.inet_ntoa(inner[26:30]), "to", socket.inet_ntoa(inner[30:34]))
#> inner 10.0.1.2 to 10.0.1.4
#: on node1
print(o1.exec_run("killall ping").exit_code)
#> 0
