print(site.exec_run("df -h /scratch").output.decode())
#> Filesystem                Size      Used Available Use% Mounted on
#> tmpfs                    64.0M         0     64.0M   0% /scratch
