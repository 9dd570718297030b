for tag in recipes:
    print(tag)
    for layer in client.images.get(tag).attrs["RootFS"]["Layers"]:
        print(layer)
#> site:1
#> sha256:57608837a12c4252708362161ca3ca035f26f6deaa773fa097e40847fc2f0c4b
#> sha256:f635cde99ababda408c85bd22c495d8d27163ba173223c3397d4b7d570a26245
#> site:2
#> sha256:57608837a12c4252708362161ca3ca035f26f6deaa773fa097e40847fc2f0c4b
#> sha256:ffb6d3b56bf9db29d29ede3aca9ba560b3d6c14137a9eec768b634df05a44a5b
