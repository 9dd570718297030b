#: on node1
round_robin = EndpointSpec(mode="dnsrr", ports={8081: 80})
try:
    client.services.create("nginx", name="each", endpoint_spec=round_robin, **settings)
except docker.errors.APIError as error:
    print(error.explanation)
#> rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
