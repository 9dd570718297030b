"""Which commands only read, and so may be repeated until the page's output appears.

Swarm, DNS and gossip need a moment: a page awaits them by reading again, never by `sleep`, and a write is never
sent twice. What is not surely a read counts as a write.
"""

import ast
import re
import shlex

PROGRAMS = {
    "cat", "cut", "curl", "df", "dig", "echo", "env", "findmnt", "getent", "grep", "head", "hostname", "id", "jq",
    "ls", "nslookup", "ping", "printf", "ps", "readlink", "sha256sum", "sort", "ss", "stat", "tail", "test", "tr",
    "uniq", "wc", "wget",
}  # fmt: skip
DOCKER = {
    "diff",
    "events",
    "history",
    "images",
    "info",
    "inspect",
    "logs",
    "ls",
    "port",
    "ps",
    "stats",
    "top",
    "version",
}
DOCKER_GROUPS = {"config", "container", "image", "network", "node", "secret", "service", "stack", "system", "volume"}
IP_READS = {"show", "list", "ls", "get"}
WRITING_FLAGS = {
    "curl": r"-\w*[XdTFOo].*|--(request|data|form|upload|json|output|remote).*",
    "wget": r"-\w*O(?!-$).*|--(post|body|method|output).*",
    "sort": r"-\w*o.*|--output.*",
    "env": r".*",
    "hostname": r"[^-].*|-[bF].*",
}
SUBSTITUTION = re.compile(r"\$\(([^()]*)\)")
SDK_READS = {
    "attrs", "decode", "df", "diff", "exec_run", "format", "get", "history", "info", "inspect", "items", "keys", "list",
    "logs", "print", "reload", "replace", "rstrip", "sorted", "split", "splitlines", "startswith", "strip", "tasks", "top", "values", "version",
    "len", "next", "set", "str", "sum", "urlopen", "read", "read_text", "iterdir", "gethostbyname", "Path",
}  # fmt: skip


def is_read(command: str) -> bool:
    """Whether a shell command only reads: every part of its pipelines and lists is a known reading program.

    >>> is_read("docker service ls | grep web"), is_read("docker exec a1 ping -c 1 a2")
    (True, True)
    >>> is_read("ls > names"), is_read("docker network rm overnet"), is_read("ID=$(docker ps -q)")
    (False, False, False)
    >>> is_read("ip netns exec red ping -c 1 blue"), is_read("ip -n red route"), is_read("ip -n red link set lo up")
    (True, True, False)
    >>> is_read("docker exec $(docker ps -q) ping -c 1 a2"), is_read("docker logs $(docker run -d alpine)")
    (True, False)
    """
    while inner := SUBSTITUTION.search(command):
        if not is_read(inner[1]):
            return False
        command = command.replace(inner[0], "substituted")
    try:
        lexer = shlex.shlex(command.replace("\\\n", " "), posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        words = list(lexer)
    except ValueError:
        return False
    if "`" in command or "\n" in command.replace("\\\n", " "):
        return False
    parts: list[list[str]] = [[]]
    for word in words:
        if set(word) <= set("|&;"):
            parts.append([])
        elif set(word) <= set("<>&()"):
            return False
        else:
            parts[-1].append(word)
    return all(part and _reads(part) for part in parts)


def _reads(words: list[str]) -> bool:
    program, *rest = words
    plain = [word for word in rest if not word.startswith("-")]
    if program == "docker":
        if not plain:
            return False
        if plain[0] == "exec":
            flags = {"-e", "-u", "-w", "--env", "--user", "--workdir"}
            while rest and (rest[0] == "exec" or rest[0].startswith("-")):
                if re.fullmatch(r"-\w*d.*|--detach.*", rest[0]):
                    return False
                rest = rest[2:] if rest[0] in flags else rest[1:]
            return len(rest) > 1 and _reads(rest[1:])
        return plain[1 if plain[0] in DOCKER_GROUPS and plain[1:] else 0] in DOCKER
    if program == "ip" and rest[:1] == ["-n"]:
        return _reads(["ip", *rest[2:]])
    if program == "ip" and plain[:2] == ["netns", "exec"]:
        return len(rest) > 3 and _reads(rest[3:])
    if program in ("ip", "bridge"):
        return set(plain[1:2]) <= IP_READS
    if program in ("iptables", "ip6tables", "ipvsadm"):
        return any(re.fullmatch(r"-(n|v)*(S|L)(n|v)*", word) for word in rest)
    if program == "nsenter":
        return "--" in rest and _reads(rest[rest.index("--") + 1 :])
    if program in ("sh", "bash"):
        return len(rest) == 2 and rest[0] == "-c" and is_read(rest[1])
    writing = WRITING_FLAGS.get(program, "(?!)")
    return program in PROGRAMS and not any(re.fullmatch(writing, word) for word in rest)


def is_read_python(source: str) -> bool:
    """Whether a Python cell only reads: every call in it is one of the reading calls, and what it runs in a
    container (`exec_run`) is a shell command that only reads.

    >>> is_read_python("print([n.name for n in client.networks.list()])"), is_read_python("client.swarm.leave()")
    (True, False)
    >>> is_read_python("print(', '.join(names))"), is_read_python("client.swarm.join(['192.0.2.11:2377'], token)")
    (True, False)
    """
    try:
        calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    except SyntaxError:
        return False
    return bool(calls) and all(_call_reads(call) for call in calls)


def _call_reads(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name == "join":
        return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant)
    if name == "urlopen":
        return len(call.args) == 1 and not call.keywords
    if name != "exec_run":
        return name in SDK_READS
    if call.keywords:
        return False
    command = call.args[0] if call.args else None
    if isinstance(command, ast.Constant) and isinstance(command.value, str):
        return is_read(command.value)
    if isinstance(command, ast.List) and all(isinstance(word, ast.Constant) for word in command.elts):
        return is_read(shlex.join(str(word.value) for word in command.elts))
    return False
