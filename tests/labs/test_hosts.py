"""Inside a lab: two hosts that do what the pages' hosts must do."""

import json
import time
from collections.abc import Iterator
from importlib.metadata import version

import pytest

from overnet.errors import Problem
from overnet.labs.host import Host
from overnet.labs.lab import Lab, attach
from overnet.labs.run import Run


@pytest.fixture(scope="module")
def lab(run: Run) -> Iterator[Lab]:
    with Lab(run.outer, "test", ["node1", "node2"], {"node2": {"storage-driver": "vfs"}}) as lab:
        yield lab


def sh(host: Host, command: str) -> str:
    code, output = host.run(["sh", "-c", command + " 2>&1"])
    assert code == 0, output.decode()
    return output.decode().strip()


def test_hosts_have_the_names_and_addresses_they_say(lab: Lab) -> None:
    for name, host in lab.hosts.items():
        assert sh(host, "hostname") == name
        assert f"inet {host.address}/24" in sh(host, "ip -4 address show dev eth0")
    one, two = lab.hosts.values()
    assert f"({two.address})" in sh(one, "ping -c1 -W2 node2")


def test_commands_are_typed_as_root(lab: Lab) -> None:
    assert sh(lab.hosts["node1"], "id --user --name") == "root"


def test_environment_is_neutral(lab: Lab) -> None:
    environment = sh(lab.hosts["node1"], "env").splitlines()
    assert {"LANG=C.UTF-8", "TZ=UTC", "HOME=/root", "PWD=/root"} <= set(environment)
    assert sh(lab.hosts["node1"], "ps -o comm= -p 1") == "tini"


def test_a_host_has_the_settings_asked_for(lab: Lab) -> None:
    drivers = [sh(host, "docker info --format '{{.Driver}}'") for host in lab.hosts.values()]
    assert drivers == ["overlay2", "vfs"]


def test_the_engine_is_stopped_and_started_as_a_reader_types_it(lab: Lab) -> None:
    host = lab.hosts["node2"]
    before = sh(host, "pgrep -x dockerd; pgrep -x containerd")
    sh(host, "systemctl stop docker.socket docker.service")
    assert host.run(["systemctl", "is-active", "docker"]) == (3, b"inactive\n")
    assert sh(host, "systemctl is-active containerd") == "active"
    assert host.run(["docker", "ps"])[0] == 1
    sh(host, "systemctl start docker")
    assert sh(host, "docker info --format '{{.Driver}}'") == "vfs"
    sh(host, "systemctl restart containerd docker")
    assert sh(host, "docker info --format '{{.Driver}}'") == "vfs"
    after = sh(host, "pgrep -x dockerd; pgrep -x containerd")
    assert len(after.split()) == 2 and not set(before.split()) & set(after.split())


def test_an_engine_that_does_not_start_again_is_told(lab: Lab) -> None:
    host = lab.hosts["node2"]
    sh(host, "cp /etc/docker/daemon.json /tmp; echo '{\"none-such\": 1}' > /etc/docker/daemon.json")
    code, output = host.run(["systemctl", "restart", "docker"])
    assert code == 1
    assert output.startswith(b"Job for docker.service failed because the control process exited with error code.")
    sh(host, "cp /tmp/daemon.json /etc/docker; systemctl start docker")
    code, output = host.run(["systemctl", "enable", "docker"])
    assert (code, output.count(b"\n")) == (1, 1) and b"no systemd" in output


def test_plain_image_names_are_pulled_with_digest(lab: Lab, run: Run) -> None:
    host = lab.hosts["node1"]
    assert run.images["alpine"]["digest"] in sh(host, "docker pull alpine")
    assert "1 packets received" in sh(host, "docker run --rm alpine ping -c1 -W2 node2")


def test_unknown_names_fail_at_once(lab: Lab) -> None:
    before = time.monotonic()
    code, output = lab.hosts["node1"].run(["docker", "pull", "no-such-image"])
    assert code != 0 and time.monotonic() - before < 3, output.decode()


def test_nginx_answers(lab: Lab) -> None:
    one, two = lab.hosts.values()
    sh(one, "docker run --detach --name web --publish 80:80 nginx")
    assert "<h1>Welcome to nginx!</h1>" in sh(two, "curl --silent --retry 9 --retry-connrefused http://node1")
    assert '"GET / HTTP/1.1" 200' in sh(one, "docker logs web")
    assert sh(one, "docker stop web > /dev/null; docker inspect --format '{{.State.ExitCode}}' web") == "0"
    sh(one, "docker rm web")


@pytest.mark.parametrize(
    ("image", "command", "files"),
    [
        ("alpine", ["/bin/sh"], "/bin/sh /bin/ls /bin/ping /sbin/ip /usr/bin/nslookup /usr/bin/wget"),
        (
            "nginx",
            ["nginx", "-g", "daemon off;"],
            "/etc/nginx/nginx.conf /etc/nginx/conf.d/default.conf /usr/share/nginx/html/index.html",
        ),
    ],
)
def test_images_start_the_same_and_have_the_same_paths_wherever_they_are_from(
    lab: Lab, image: str, command: list[str], files: str
) -> None:
    host = lab.hosts["node1"]
    sh(host, f"docker pull --quiet {image}")
    config = json.loads(sh(host, f"docker image inspect --format '{{{{json .Config}}}}' {image}"))
    assert config["Cmd"] == command
    sh(host, f"docker run --rm {image} ls {files}")


def test_the_web_server_ends_and_logs_as_the_official_image_does(lab: Lab) -> None:
    """https://github.com/nginxinc/docker-nginx/blob/0215f8f/mainline/debian/Dockerfile"""
    host = lab.hosts["node1"]
    sh(host, "docker pull --quiet nginx")
    config = json.loads(sh(host, "docker image inspect --format '{{json .Config}}' nginx"))
    assert (list(config["ExposedPorts"]), config["StopSignal"]) == (["80/tcp"], "SIGQUIT")
    logs = [sh(host, f"docker run --rm nginx readlink /var/log/nginx/{log}.log") for log in ("access", "error")]
    assert logs == ["/dev/stdout", "/dev/stderr"]


def test_images_build_and_compose_runs(lab: Lab) -> None:
    host = lab.hosts["node1"]
    sh(host, "mkdir -p /root/shop && printf 'FROM alpine\\nRUN echo hello > /greeting\\n' > /root/shop/Dockerfile")
    sh(host, "docker build --quiet --tag shop /root/shop")
    assert sh(host, "docker run --rm shop cat /greeting") == "hello"
    sh(host, "printf 'services: {web: {image: nginx}}\\n' > /root/shop/compose.yaml")
    sh(host, "cd /root/shop && docker compose up --detach")
    assert "shop-web-1" in sh(host, "docker ps --format '{{.Names}}'")
    sh(host, "cd /root/shop && docker compose down")


def test_swarm_forms_and_an_overlay_spans_the_hosts(lab: Lab) -> None:
    one, two = lab.hosts.values()
    sh(one, "docker swarm init")
    token = sh(one, "docker swarm join-token --quiet worker")
    sh(two, f"docker swarm join --token {token} node1:2377")
    sh(one, "docker network create --driver overlay --attachable net")
    sh(one, "docker run --detach --name c1 --network net alpine sleep 1d")
    sh(two, "docker run --detach --name c2 --network net alpine sleep 1d")
    sh(one, "for i in 1 2 3 4 5 6 7 8 9; do docker exec c1 ping -c1 -W1 c2 && exit; sleep 0.2; done; exit 1")
    sh(one, "docker service create --detach --name s --network net alpine sleep 1d")
    assert "@sha256:" in sh(one, "docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}' s")


def test_the_python_track_has_the_same_sdk(lab: Lab) -> None:
    script = b"import docker; print(docker.__version__, docker.from_env().version()['Version'])"
    code, output = lab.hosts["node1"].run(["python3", "-"], stdin=script)
    engine = sh(lab.hosts["node1"], "docker version --format '{{.Server.Version}}'")
    assert (code, output.decode().split()) == (0, [version("docker"), engine])


def test_run_knows_the_engine_of_the_hosts(lab: Lab, run: Run) -> None:
    server = json.loads(sh(lab.hosts["node1"], "docker version --format '{{json .Server}}'"))
    assert run.engine == {"version": server["Version"], "api": server["ApiVersion"]}
    assert run.outer.kernel == server["KernelVersion"]


def test_features_are_what_the_kernel_does(lab: Lab, run: Run) -> None:
    code, _ = lab.hosts["node1"].run(["ip", "link", "add", "p0", "link", "eth0", "type", "ipvlan"])
    assert ("ipvlan" in run.outer.features) == (code == 0)
    assert {"overlay", "vxlan"} <= run.outer.features


def test_output_of_both_channels_and_exit_code(lab: Lab) -> None:
    code, output = lab.hosts["node1"].run(["sh", "-c", "echo out; echo err >&2; exit 3"])
    assert (code, sorted(output.decode().split())) == (3, ["err", "out"])


def test_large_input_and_output(lab: Lab) -> None:
    data = bytes(range(256)) * 8192
    assert lab.hosts["node1"].run(["cat"], stdin=data) == (0, data)


def test_early_output_is_not_lost(lab: Lab) -> None:
    assert {lab.hosts["node1"].run(["echo", "early"]) for _ in range(20)} == {(0, b"early\n")}


def test_stream_keeps_state_and_respects_deadlines(lab: Lab) -> None:
    shell = lab.hosts["node1"].spawn(["bash"], env={"GREETING": "hello"})
    shell.write(b"X=$GREETING; cd /tmp\n")
    shell.write(b"echo $X $PWD\n")
    assert shell.read(time.monotonic() + 5) == b"hello /tmp\n"
    before = time.monotonic()
    with pytest.raises(TimeoutError):
        shell.read(time.monotonic() + 0.2)
    assert 0.15 < time.monotonic() - before < 1
    shell.write(b"exit 4\n")
    assert shell.read(time.monotonic() + 5) == b""
    assert shell.exit_code() == 4
    shell.close()


def test_another_process_attaches(lab: Lab) -> None:
    hosts = attach(json.loads(json.dumps(lab.describe())))
    assert {name: sh(host, "hostname") for name, host in hosts.items()} == {"node1": "node1", "node2": "node2"}
    assert [host.address for host in hosts.values()] == [host.address for host in lab.hosts.values()]


def test_labs_do_not_share_a_network(run: Run, lab: Lab) -> None:
    with Lab(run.outer, "other", ["node1"]) as other:
        stranger = other.hosts["node1"].address
        assert stranger not in {host.address for host in lab.hosts.values()}
        code, _ = lab.hosts["node2"].run(["ping", "-c1", "-W1", stranger])
        assert code != 0


def test_a_host_that_vanishes_is_named(run: Run) -> None:
    with Lab(run.outer, "fragile", ["node1", "node2"]) as lab:
        host = lab.hosts["node2"]
        shell = host.spawn(["bash"])
        shell.write(b"echo ready\n")
        assert shell.read(time.monotonic() + 5) == b"ready\n"
        run.outer.api.remove_container(host.container, force=True, v=True)
        with pytest.raises(Problem, match="host node2 is gone"):
            shell.read(time.monotonic() + 5)
        with pytest.raises(Problem, match="host node2 is gone"):
            host.run(["true"])


def test_a_host_whose_engine_dies_at_start_shows_its_log(run: Run) -> None:
    message = r"host node2: .* did not start: .*driver not supported: none-such"
    settings = {"node2": {"storage-driver": "none-such"}}
    with pytest.raises(Problem, match=message), Lab(run.outer, "broken", ["node1", "node2"], settings):
        pass
