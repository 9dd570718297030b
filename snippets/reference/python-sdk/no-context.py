print(docker.from_env(use_context=False).ping())
subprocess.run(["docker", "context", "use", "default"], check=True, capture_output=True)
print(docker.from_env().ping())
#> True
#> True
