fill = "dd if=/dev/zero of=/scratch/big bs=1M 2>&1 | grep error"
write = "echo more > /scratch/more"
print(first.exec_run(["sh", "-c", fill]).output.decode())
print(first.exec_run("df -h /scratch").output.decode())
answer = first.exec_run(["sh", "-c", write])
print(answer.exit_code, answer.output.decode())
first.exec_run("rm /scratch/big")
print(first.exec_run(["sh", "-c", write]).exit_code)
#> dd: error writing '/scratch/big': No space left on device
#>
#> Filesystem                Size      Used Available Use% Mounted on
#> tmpfs                     8.0M      8.0M         0 100% /scratch
#>
#> 1 sh: write error: No space left on device
#>
#> 0
