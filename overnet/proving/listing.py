"""Asks a host for all that it has, in one process: sections of lines, as Linux's tools and the Engine print them."""

from overnet.errors import Problem, last_lines
from overnet.labs.host import Host

_SECONDS = 60
_MARK = b"\1"
_LISTING = r"""
set -o pipefail
exec 2>&1
section() { printf '\1%s\n' "$1"; }
api() {
  curl --silent --show-error --fail --fail-early --unix-socket /run/docker.sock "${@/#/http://localhost/}"
}
section engine
# A linked container has a second name for each link, like /client/server.
api 'containers/json?all=1' networks volumes images/json plugins info | jq --raw-output --slurp '
  def named: select(. and (startswith("<none>") | not));
  (.[0][] | "container " + (.Names | map(.[1:] | select(contains("/") | not))[0])),
  (.[1][] | "network \(.Name) (\(.Driver))"),
  (.[2].Volumes[]? | "volume " + .Name),
  (.[3][] | "image " + ((.RepoTags[]? | named) // (.RepoDigests[0]? | named) // .Id)),
  (.[4][]? | "plugin " + .Name),
  "swarm\t" + .[5].Swarm.LocalNodeState' || exit
if api swarm >/dev/null 2>&1; then
  api services configs secrets | jq --raw-output --slurp '
    (.[0][] | "service " + .Spec.Name), (.[1][] | "config " + .Spec.Name), (.[2][] | "secret " + .Spec.Name)' || exit
fi
{
  section IPv4; iptables-save
  section IPv6; ip6tables-save
  section nftables; nft --stateless list ruleset
  section links; ip -oneline link
  section addresses; ip -oneline address
  section routes; ip -4 -oneline route show table all; ip -6 -oneline route show table all
  section rules; ip -4 rule; ip -6 rule | sed 's/:/& IPv6/'
  section neighbours; ip neighbour show nud permanent; ip neighbour show proxy
  section queues; tc qdisc
  section offloads
  for link in /sys/class/net/eth*; do
    ethtool --show-features "${link##*/}" | sed "1d; s/^\s*/${link##*/} /"
  done
  section IPsec; ip xfrm state; ip xfrm policy
  section sysctls; sysctl --all
  section mounts; cat /proc/1/mountinfo
  read -r _ _ _ _ _ own _ < /proc/$$/stat
  section processes; ps -e -o pid=,ppid=,sid=,args= | awk -v own="$own" '$3 != own'
  section ipc; tail --quiet --lines +2 /proc/sysvipc/*
  section cgroups; find /sys/fs/cgroup -type d
  # Other file systems are mounts; but these are in memory, and of each host.
  section files; find / /dev /dev/shm /dev/mqueue -xdev "${@:2}" \
    -type f \( -path '/usr/*' -o -path '/var/lib/dpkg/*' -o ! -size "-$1" \) -printf '%p\t%M %U:%G %s %T@\n' -o \
    -printf '%p\t%M %U:%G %l\n'
  section contents; find / /dev/shm -xdev "${@:2}" -path /usr -prune -o -path /var/lib/dpkg -prune -o \
    -type f -size "-$1" -print0 |
    xargs --null --no-run-if-empty sha1sum
} 2>/dev/null
:
"""
_LARGEST = "2048k"  # file of which the content is read; of packages' files it is not
# Where the Engine keeps what the section "engine" names.
_PRUNED = tuple(f"/{place}/{program}" for place in ("var/lib", "run") for program in ("docker", "containerd"))


def listing(host: Host) -> dict[str, list[str]]:
    """The lines of each section of the listing. Raises Problem if the Engine or a file system does not answer."""
    prune = [word for path in _PRUNED for word in ("-path", path, "-prune", "-o")]
    limit = ["timeout", "--signal", "KILL", str(_SECONDS * host.patience)]
    status, output = host.run([*limit, "bash", "-c", _LISTING, "listing", _LARGEST, *prune])
    if status:
        _, _, last = output.rpartition(_MARK)[2].partition(b"\n")
        raise Problem(f"{host.name}: cannot list its state (exit status {status}): {last_lines(last)}")
    sections = (part.decode(errors="replace").split("\n") for part in output.split(_MARK)[1:])
    return {name: [line for line in lines if line] for name, *lines in sections}
