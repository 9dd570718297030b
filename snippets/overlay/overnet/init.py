#: on node1
client.swarm.init(advertise_addr="192.0.2.11")
print(client.swarm.attrs["JoinTokens"]["Worker"])
#> SWMTKN-1-3ib3rmzs0ex7v9zi5v8n4aiwfb97nljjhw22yt48qbooowfm0p-ba1aoezhy2xzcgawsgsa4skgm
