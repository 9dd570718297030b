"""The shapes of volatile values: what on a page stands for a value that every run makes anew.

A token of the page is a sample value if it has one of these shapes, the reader did not type it, and it has no meaning
of its own (see addresses). Everything else on the page is exact. The table is the whole rule; order matters, the first
shape that fits wins. No pattern repeats without a bound where another part could match the same text: a scan is linear.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_WORDS = r"(?:[Ll]ess than a second|[Aa]bout an? (?:minute|hour)|\d+ (?:second|minute|hour|day|week|month|year)s?)"
_DAY, _MONTH = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)", r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_CLOCK = r"\d\d:\d\d:\d\d"
_OFFSET = r"[+-]\d\d:\d\d"
_NUMBER = r"\d+(?:\.\d+)?"
_ZERO = r"0+(?:\.0+)?"
_GROUPS = r"[0-9a-f]{1,4}(?::[0-9a-f]{1,4})"
_OCTET = r"\d{1,3}"
# What no engine gives to a container has a meaning: loopback, "any", masks, multicast.
_SPECIAL = r"(?:127|0|255|22[4-9]|23\d)\."
# net.ipv4.ip_local_port_range: https://docs.kernel.org/networking/ip-sysctl.html
PORT = r"(?:3[2-9]|[45]\d|60)\d{3}"
# Not behind a number alone and its point: that is a decimal.
_NO_DECIMAL = "".join(rf"(?<!(?<![\w.:])\d{{{digits}}}\.)" for digits in (1, 2, 3))


def always(_: str, __: str) -> bool:
    return True


def mixed(text: str, _: str) -> bool:
    """Whether a word is no plain word and no plain number: it has a digit and a letter."""
    return not (text.isalpha() or text.isdigit())


@dataclass(frozen=True)
class Shape:
    """One kind of volatile value.

    `pattern` is what it looks like, on the page and in a run. `identity` names the values that are bound one to one
    with each other: a container's 64-digit id and its 12-digit form are one identity; None means never bound. `sure`
    says of (text, line) whether it is such a value for certain; if not, it counts only if the page had it before.
    `form` is how the value is written where that is not the plain way: "reversed" (DNS), "escaped" (a regular
    expression).
    """

    kind: str
    pattern: str
    identity: str | None
    sure: Callable[[str, str], bool] = always
    form: str = ""


def _word(pattern: str) -> str:
    return rf"(?<!\w){pattern}(?!\w)"


def _of_a_task(text: str, line: str) -> bool:
    """Whether the line begins with a task's id and its name, which ends in this: `x7…  web.1  …`."""
    begin = re.match(r"(?![0-9a-f]+\s)[0-9a-z]{12,25}\s+(?:\\_ )?[a-z][\w-]*\.(\d+)(?!\S)", line)
    return bool(begin) and begin[1] == text


def _of_a_commit(text: str, line: str) -> bool:
    return len(text) == 40 or line.startswith("[")


SHAPES = (
    # RFC 3339 and Go, with fractions of a second or without: each way to write the time zone is a format of its own.
    *(
        Shape("date", rf"(?!0001-|1970-01-01)\d{{4}}-\d\d-\d\d{between}{_CLOCK}(?:\.\d+)?{zone}", None)
        for between, zones in {"T": ("Z", _OFFSET, ""), " ": (r" [+-]\d{4} UTC", _OFFSET, "")}.items()
        for zone in zones
    ),
    # RFC 7231 (an HTTP header) and RFC 5322 (mail)
    *(
        Shape("date", rf"(?!Thu, 01 Jan 1970){_DAY}, \d\d {_MONTH} \d{{4}} {_CLOCK} {zone}", None)
        for zone in ("GMT", r"[+-]\d{4}")
    ),
    # date(1), ctime(3)
    *(
        Shape("date", rf"{_DAY} {_MONTH} [ \d]\d {_CLOCK}{zone} \d{{4}}", None)
        for zone in (" [A-Z]{3,4}", "")
    ),
    # ASN1_TIME_print(3)
    Shape("date", rf"{_MONTH} [ \d]\d {_CLOCK} \d{{4}} GMT", None),
    # nginx's error log, and its access log: https://nginx.org/en/docs/http/ngx_http_log_module.html
    Shape("date", rf"\d{{4}}/\d\d/\d\d {_CLOCK}", None),
    Shape("date", rf"\d\d/{_MONTH}/\d{{4}}:{_CLOCK} [+-]\d{{4}}", None),
    Shape("date", rf"{_MONTH} [ \d]\d {_CLOCK}", None),
    # ls(1) has two forms, for a file of the last half year and for an older one.
    Shape("date of a file", rf"{_MONTH} [ \d]\d (?:\d\d:\d\d| \d{{4}})", None),
    Shape("clock", rf"(?<![\w:]){_CLOCK}(?:\.\d+)?(?![\w:])", None),
    Shape("age", rf"(?:(?<=Up ){_WORDS}(?!\w)|(?<!\w){_WORDS}(?= ago))", None),
    Shape("duration", _word(_WORDS), None),
    # As Go prints one: https://pkg.go.dev/time#Duration.String
    Shape("duration", rf"(?<![\w.:])(?:\d+h)?(?:\d+m)?{_NUMBER}(?:[mµun]?s)(?!\w)", None),
    Shape("latency", rf"(?<![\w.]){_NUMBER}(?:/{_NUMBER}){{0,9}} ?(?:ms|milliseconds)(?!\w)", None),
    Shape("size", rf"(?<![\w.])(?!{_ZERO} ?[kKMGTP]?i?B){_NUMBER} ?(?:[kKMGTP]i?)?B(?!\w)", None),
    Shape("percentage", rf"(?<![\w.])(?!(?:{_ZERO}|100(?:\.0+)?)%){_NUMBER}%(?!\w)", None),
    Shape("join token", r"SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}", "join token"),
    Shape("unlock key", r"SWMKEY-1-[0-9A-Za-z+/]{43}", "unlock key"),
    Shape("UUID", _word(r"(?!0{8}-)[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"), "UUID"),
    Shape("digest", _word(r"sha256:[0-9a-f]{64}"), "hex id"),
    Shape("long id", _word(r"[0-9a-f]{64}"), "hex id"),
    Shape("git hash", rf"(?:{_word('[0-9a-f]{40}')}|(?<= )[0-9a-f]{{7}}(?=\] ))", "git hash", _of_a_commit),
    Shape("short id", _word(r"[0-9a-f]{12}"), "hex id", mixed),
    Shape("swarm id", _word(r"[0-9a-z]{25}"), "swarm id"),
    Shape("short swarm id", _word(r"[0-9a-z]{12}"), "swarm id", mixed),
    Shape("task slot", r"(?<=[a-z0-9]\.)\d{1,4}(?=\.[0-9a-z]{25}(?!\w))", "task slot"),
    Shape("task slot", r"(?<=[a-z0-9]\.)\d{1,4}(?!\S)", "task slot", _of_a_task),
    Shape("network namespace", r"(?<=\b1-)[0-9a-z]{10}(?!\w)", "network namespace"),
    Shape("vxlan device", r"(?<=\bvx-[0-9a-f]{6}-)[0-9a-z]{5}(?!\w)", "vxlan device"),
    Shape("layer link", _word(r"[A-Z2-7]{26}"), "layer link"),
    # The second digit of a group address is odd (IEEE 802): broadcast and multicast are exact, and so is zero.
    Shape(
        "MAC address",
        r"(?<![\w:])(?!00(?::00){5})(?:[0-9a-f][02468ace](?::[0-9a-f]{2}){5}|[0-9A-F][02468ACE](?::[0-9A-F]{2}){5})(?![\w:])",
        "MAC address",
    ),
    Shape(
        "IPv4 address",
        rf"(?<![\w.])(?:{_OCTET}\.){{3}}(?!{_SPECIAL}){_OCTET}(?=\.in-addr\.arpa)",
        "IPv4 address",
        form="reversed",
    ),
    Shape("IPv4 address", rf"(?<![\w.])(?!{_SPECIAL}){_OCTET}(?:\.{_OCTET}){{3}}(?!\w|\.in-addr)", "IPv4 address"),
    Shape(
        "IPv4 address",
        rf"(?<![\w.])(?!{_SPECIAL[:-2]}\\){_OCTET}(?:\\\.{_OCTET}){{3}}(?!\w)",
        "IPv4 address",
        form="escaped",
    ),
    Shape(
        "IPv6 address",
        rf"(?<![\w:.])(?!ff[0-9a-f]{{2}}:)(?:{_GROUPS}{{7}}|{_GROUPS}{{0,6}}::(?:{_GROUPS}{{0,6}})?)(?![\w:])",
        "IPv6 address",
    ),
    Shape(
        "port",
        rf"(?:(?<=[:.])(?<!\":){_NO_DECIMAL}|(?<=[:.]\d{{5}}-)|(?<![\w.-])(?={PORT}-{PORT}(?![\w.]))|(?<=(?<![\w.-])\d{{5}}-))"
        rf"(?!32768-60999|(?<=32768-)60999){PORT}(?!\w)",
        "port",
    ),
    Shape("veth device", _word(r"veth[0-9a-f]{7}"), "veth device"),
    Shape("interface index", r"(?:(?<=@if)\d+|^(?!1:)\d+(?=: [\w.@-]+:))", "interface index"),
    Shape("process id", r"(?<=pid=)\d+", "process id"),
    Shape("process id", r"(?<=^\[\d\] )\d+$", "process id"),
    Shape("sequence number", r"(?<=, seq )\d+(?=, length)", None),
    Shape("packet id", r"(?<=, id )\d+(?=, offset)", None),
    Shape("ping id", r"(?<=, id )\d+(?=, seq)", "ping id"),
)  # fmt: skip

IPV4_NETWORK = Shape("IPv4 network", r"\d{1,3}(?:\.\d{1,3}){3}/\d{1,2}", "IPv4 network")
IPV6_NETWORK = Shape("IPv6 network", r"[0-9a-f:]+::/\d{1,3}", "IPv6 network")
# The first digits of an id, as readers type them; only of an id that the page had before (see tokens).
ID_PREFIX = Shape("id prefix", r"(?<![\w.:/@=-])(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{4,11}(?![\w.:/@=-])", "id prefix")
