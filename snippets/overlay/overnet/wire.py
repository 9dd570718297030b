#: on node1
client.containers.list(filters={"name": "myservice"})[0].exec_run("ping 10.0.1.4", detach=True)
#: on node2
import socket

wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.ntohs(0x0800))
frame = b""
while frame[23:24] != b"\x11" or int.from_bytes(frame[36:38]) != 4789 or socket.inet_ntoa(frame[26:30]) != "192.0.2.11":
    frame, _ = wire.recvfrom(2048)
inner = frame[50:]
print("outer", socket.inet_ntoa(frame[26:30]), "to", socket.inet_ntoa(frame[30:34]), "UDP port", int.from_bytes(frame[36:38]))
print("VXLAN network identifier", int.from_bytes(frame[46:49]))
print("inner", socket.inet_ntoa(inner[26:30]), "to", socket.inet_ntoa(inner[30:34]))
wire.close()
#> outer 192.0.2.11 to 192.0.2.12 UDP port 4789
#> VXLAN network identifier 4097
#> inner 10.0.1.3 to 10.0.1.4
