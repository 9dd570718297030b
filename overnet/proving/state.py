"""What a page may leave on a host, listed, so that the state after its clean-up can be held against the state before."""

from overnet.errors import Problem
from overnet.labs.host import Host

LISTING = r"""
set -eo pipefail
api() {
  curl --silent --show-error --fail --fail-early --unix-socket /run/docker.sock "${@/#/http://localhost/}"
}
# A linked container has a second name for each link, like /client/server.
api 'containers/json?all=1' networks volumes images/json info | jq --raw-output --slurp '
  (.[0][] | "container " + (.Names | map(.[1:] | select(contains("/") | not))[0])),
  (.[1][] | "network \(.Name) (\(.Driver))"),
  (.[2].Volumes[]? | "volume " + .Name),
  (.[3][] | "image " + (.RepoTags[]? // (.RepoDigests[0] // "<none>@" | sub("@.*"; ":<none>")))),
  "swarm " + .[4].Swarm.LocalNodeState'
if api swarm >/dev/null 2>&1; then
  api services configs secrets | jq --raw-output --slurp '
    (.[0][] | "service " + .Spec.Name), (.[1][] | "config " + .Spec.Name), (.[2][] | "secret " + .Spec.Name)'
fi
# A swarm with published ports leaves Docker's chain for them, without a port.
iptables-save | grep '^-' | grep -v 'DOCKER-INGRESS\( -j RETURN\)\?$' | sed 's/^/firewall rule /'
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
