for tag in recipes:
    print(tag)
    for layer in client.images.get(tag).attrs["RootFS"]["Layers"]:
        print(layer)
#> site:1
#> sha256:57608837a12c4252708362161ca3ca035f26f6deaa773fa097e40847fc2f0c4b
#> sha256:278cffcd8c181c160e119a3ae3ae3770312b4a8bf6101affc60432cfe2efeb2d
#> site:2
#> sha256:57608837a12c4252708362161ca3ca035f26f6deaa773fa097e40847fc2f0c4b
#> sha256:9b9ddd357e5b4a60f1f6bad20847a4f40444522117fb9964a7421a4f1b597edc
