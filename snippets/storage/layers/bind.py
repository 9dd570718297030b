folder = Path("/srv/site")
folder.mkdir()
(folder / "index.html").write_text("hello\n")
mounts = {"volumes": ["/srv/site:/site:ro"], "tmpfs": {"/scratch": "size=64m"}}
site = client.containers.run("alpine", "sleep 1d", name="site", detach=True, **mounts)
print(site.exec_run("cat /site/index.html").output.decode())
answer = site.exec_run("rm /site/index.html")
print(answer.exit_code, answer.output.decode())
#> hello
#>
#> 1 rm: can't remove '/site/index.html': Read-only file system
