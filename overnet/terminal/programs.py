"""What is known of programs: which only read, and with which words those that can do both only read.

From their manuals: man7.org for coreutils, iproute2, iptables, util-linux and procps; docs.docker.com for `docker`.
`wget` without `-O -` writes a file, and so do `sed -i` and `sort -o`. A word that is not known here makes a write of a
read, never the other way.
"""

import re
from collections.abc import Callable

READING = frozenset({
    ":", "[", "basename", "cat", "cksum", "cmp", "column", "comm", "cut", "df", "diff", "dig", "dirname", "du", "echo", "egrep",
    "expand", "false", "fgrep", "file", "findmnt", "fold", "free", "getent", "getfacl", "getfattr", "grep", "head", "host", "id", "jq",
    "ls", "lsattr", "lsblk", "lsmod", "lsns", "lsof", "md5sum", "netstat", "nl", "nproc", "nslookup", "od",
    "paste", "pgrep", "pidof", "ping", "ping6", "printf", "ps", "pwd", "readlink", "realpath", "rev", "seq", "sha256sum", "sha512sum",
    "stat", "tac", "tail", "test", "tr", "traceroute", "tracepath", "true", "uname", "uptime", "wc", "which", "whoami",
})  # fmt: skip

CONTENTS = frozenset({"ls", "list", "inspect"})
DOCKER = {
    "": frozenset({"diff", "events", "history", "images", "info", "inspect", "logs", "port", "ps", "stats", "top", "version"}),
    "builder": frozenset({"du"}),
    "buildx": CONTENTS | {"du"},
    "compose": frozenset({"config", "images", "logs", "ls", "port", "ps", "stats", "top", "version"}),
    "config": CONTENTS,
    "container": CONTENTS | {"diff", "logs", "port", "ps", "stats", "top"},
    "context": CONTENTS | {"show"},
    "image": CONTENTS | {"history"},
    "manifest": frozenset({"inspect"}),
    "network": CONTENTS,
    "node": CONTENTS | {"ps"},
    "plugin": CONTENTS,
    "secret": CONTENTS,
    "service": CONTENTS | {"logs", "ps"},
    "stack": CONTENTS | {"config", "ps", "services"},
    "swarm": frozenset({"ca", "join-token", "unlock-key"}),
    "system": frozenset({"df", "events", "info"}),
    "volume": CONTENTS,
}  # fmt: skip
# The flags that take the next word as their value.
DOCKER_VALUES = {
    "": frozenset({"-H", "--host", "-c", "--context", "-l", "--log-level", "--config"}),
    "compose": frozenset({"-f", "--file", "-p", "--project-name", "--profile", "--env-file", "--project-directory", "--progress", "--ansi"}),
    "exec": frozenset({"-e", "-u", "-w", "--env", "--user", "--workdir", "--env-file", "--detach-keys", "--index"}),
}  # fmt: skip
VALUES = {
    "timeout": frozenset({"-s", "-k", "--signal", "--kill-after"}),
    "xargs": frozenset({"-a", "-d", "-E", "-I", "-L", "-n", "-P", "-s"}),
    "stdbuf": frozenset({"-i", "-o", "-e"}),
    "ip": frozenset({"-n", "-netns", "-f", "-family", "-l", "-loops", "-rc", "-rcvbuf"}),
    "nsenter": frozenset({"-t", "--target", "-S", "--setuid", "-G", "--setgid"}),
}
# Programs that run another one, and how many operands come before it.
WRAPPERS = {"timeout": 1, "xargs": 0, "stdbuf": 0}


def _without(*writing: str) -> Callable[[list[str]], bool]:
    """Reads unless a word is one of these (regular expressions)."""
    return lambda words: not any(re.fullmatch(pattern, word) for word in words for pattern in writing)


def _with(reading: str, *writing: str) -> Callable[[list[str]], bool]:
    """Reads if a word is `reading`, and none is one of the others."""
    return lambda words: any(re.fullmatch(reading, word) for word in words) and _without(*writing)(words)


def _curl(words: list[str]) -> bool:
    line = re.sub(r"(?:^| )(-\w*o|--output)[ =]?/dev/null(?= |$)", " ", " ".join(words))
    line = re.sub(r"(?:^| )(-\w*X ?|--request[ =])(GET|HEAD)(?= |$)", " ", line)
    long = (
        r"--(request|data|form|upload|json|output|remote|dump-header|cookie-jar|config|trace|stderr|etag-save|quote).*"
    )
    return _without(r"-\w*[XdTFOoKDcQ].*", long)(line.split())


def _wget(words: list[str]) -> bool:
    line = " ".join(words)
    nowhere = r"(^| )(-\w*O ?(-|/dev/null)|--output-document[ =](-|/dev/null)|--spider)( |$)"
    return bool(re.search(nowhere, line)) and _without(r"--(post|body|method|save|output-file|append).*", r"-[oa].*")(
        words
    )


RULES: dict[str, Callable[[list[str]], bool]] = {
    "arp": _without("-[sdf].*", "--(set|delete|file)"),
    "awk": _without("-[fi].*", "--(file|include).*", r"(?s).*(print[^;}\n]*(>|\|)|system *\(|\| *getline).*"),
    "brctl": _with("show.*"),
    "conntrack": _with("-[LSC]|--(dump|stats|count)", "-[DFIUE].*", "--(delete|flush|create|update)"),
    "curl": _curl,
    "command": _with("-[vV]"),
    "date": _without("-s.*", "--set.*", r"\d.*"),
    "dmesg": _without(r"-\w*[cCDEnw]\w*", "--(clear|read-clear|console.*|follow.*)"),
    "env": lambda words: not words,
    "ethtool": _without("-[sKAGCLXNUrpEfWP]", "--(set|change|reset|negotiate|identify|features|flash|config|rxfh|offload).*"),
    "firewall-cmd": _with("--(state|(get|list|info|query)-.*)", "--(add|change|delete|load|new|remove|set)-.*"),
    "find": _without("-(delete|exec|execdir|ok|okdir|fprint.*|fls)"),
    "hostname": _without("[^-].*", "-[bF].*", "--(boot|file).*"),
    "ifconfig": lambda words: len([word for word in words if not word.startswith("-")]) < 2,
    "ipvsadm": lambda words: not words or _with(r"-[LlS]\w*|--(list|save)", "-[AEDCRZaed].*", "--(zero|set|start|stop|restore).*")(words),
    "mount": lambda words: _without(r"[^-].*", r"-\w*[^l].*")(re.sub(r"(^| )(-t|--types) ?\S+", "", " ".join(words)).split()),
    "nc": _with(r"-\w*z\w*", r"-\w*[elk].*"),
    "nft": _with("list", "-f", "--file", "add|create|delete|destroy|flush|insert|rename|replace|reset"),
    "sed": _without(r"-(?!-)\w*[is].*", "--(in-place|separate).*", "-f.*", "--file.*", r"(?s)(.*[;{}\n/\d$|,])?\s*[wWe](\s.*|)"),
    "ss": _without(r"-(?!-)\w*[KD].*", "--(kill|diag).*"),
    "sort": _without(r"-\w*[To].*", "--(output|temporary).*"),
    "sysctl": _without(r"-\w*[wpf]\w*", "--(write|load|system).*", ".*=.*"),
    "tc": _with("show|ls|list", "add|change|replace|del|delete", "-b.*"),
    "uniq": lambda words: len([word for word in words if not word.startswith("-")]) < 2,
    "wget": _wget,
}  # fmt: skip
_TABLES = _with(
    r"-\w*[LSC]\w*|--(list|list-rules|check)",
    r"-(?!-)\w*[ADEFINPRXZ]\w*",
    "--(append|delete|insert|replace|zero|flush|new|policy|rename|delete-chain).*",
)
_SAVE = _without("-[fM].*", "--(file|modprobe).*")
RULES |= {
    "gawk": RULES["awk"],
    "mawk": RULES["awk"],
    "iptables": _TABLES,
    "ip6tables": _TABLES,
    "iptables-save": _SAVE,
    "ip6tables-save": _SAVE,
    "route": _without("[^-].*"),
}
