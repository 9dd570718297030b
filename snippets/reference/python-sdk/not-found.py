#: exits 1
client.containers.get("nosuch")
#> Traceback (most recent call last):
#>   File "snippets/reference/python-sdk/not-found.py", line 2, in <module>
#>     client.containers.get("nosuch")
#>     ~~~~~~~~~~~~~~~~~~~~~^^^^^^^^^^
#> docker.errors.NotFound: 404 Client Error for http+docker://localhost/v1.51/containers/nosuch/json: Not Found ("No such container: nosuch")
