"""What a page may leave on a host, listed, so that the state after its clean-up can be held against the state before."""

from overnet.errors import Problem
from overnet.host import Host

LISTING = r"""
set -eo pipefail
docker ps -a --format 'container {{.Names}}'
docker network ls --format 'network {{.Name}} ({{.Driver}})'
docker volume ls --format 'volume {{.Name}}'
docker images --format 'image {{.Repository}}:{{.Tag}}'
swarm=$(docker info --format '{{.Swarm.LocalNodeState}}')
echo "swarm $swarm"
if docker node ls >/dev/null 2>&1; then
  docker service ls --format 'service {{.Name}}'
  docker config ls --format 'config {{.Name}}'
  docker secret ls --format 'secret {{.Name}}'
fi
iptables-save | grep '^-' | sed 's/^/firewall rule /'
ip -o link | cut -d: -f2 | cut -d@ -f1 | sed 's/^ */interface /'
# What Buildx of Engine 26.1 forgets of a build whose Dockerfile comes from standard input is not the page's.
find /root /srv /mnt /tmp /home /opt -mindepth 1 -maxdepth 2 -not -path '*/.*' \
  -not -path '/tmp/dockerfile[0-9]*' -not -path '/tmp/empty-dir[0-9]*' | sed 's/^/file /'
"""


def state(host: Host) -> set[str]:
    """One line for each thing on the host, like "volume data". Raises Problem if its Engine does not answer."""
    status, output = host.run(["bash", "-c", LISTING])
    if status:
        raise Problem(f"{host.name}: cannot list its state: {output.decode(errors='replace').strip()}")
    return set(output.decode().splitlines())


def left_behind(before: set[str], after: set[str], images: tuple[str, ...]) -> list[str]:
    """What a page added and did not remove, and what it removed and did not bring back, as sentences.

    Pulled `images` may stay: they are the page's needs, not its products.
    """
    needed = {f"image {image.partition(':')[0]}" for image in images}
    left = [line for line in sorted(after - before) if line.rpartition(":")[0] not in needed]
    return [f"{line} is left" for line in left] + [f"{line} is gone" for line in sorted(before - after)]
