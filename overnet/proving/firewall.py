"""Reads a host's firewall as things: what iptables lists in its words, and what only nft lists in nft's."""

from collections.abc import Iterator


def iptables(kind: str, saved: list[str]) -> Iterator[str]:
    """The rules, chains and policies of an iptables-save, as `iptables -S` writes them, after the word `kind`. A policy
    to accept is as if none were set."""
    for table, line in _by_table(saved):
        first, second, *_ = line.split()
        if first.startswith(":"):
            line = f"-N {first[1:]}" if second == "-" else f"-P {first[1:]} {second}"
        if second != "ACCEPT":
            yield f"{kind} {'' if table == 'filter' else f'-t {table} '}{line}"


def nftables(ruleset: list[str], ipv4: list[str], ipv6: list[str]) -> Iterator[str]:
    """The tables of a ruleset, and each line with the table and the chain, set or map that it is in; but not the tables
    and chains that the iptables-saves of `ipv4` and `ipv6` list."""
    listed = _names("ip", ipv4) | _names("ip6", ipv6)
    inside: list[str] = []
    for line in map(str.strip, ruleset):
        if line == "}":
            inside.pop()
        elif line and not line.startswith("#"):
            opens = line.endswith(" {")
            inside += [line.removesuffix(" {")] * opens
            if (where := ", ".join(inside)) not in listed:
                yield f"nftables {where}" if opens else f"nftables {where}: {line}"


def _by_table(saved: list[str]) -> Iterator[tuple[str, str]]:
    """Each line about a chain or a rule, with its table."""
    table = ""
    for line in saved:
        if line.startswith("*"):
            table = line[1:]
        elif line.startswith((":", "-")):
            yield table, line


def _names(family: str, saved: list[str]) -> set[str]:
    """What nft calls the tables and chains of an iptables-save."""
    chains = {(table, line[1:].split()[0]) for table, line in _by_table(saved) if line.startswith(":")}
    tables = {f"table {family} {table}" for table, _ in chains}
    return tables | {f"table {family} {table}, chain {chain}" for table, chain in chains}
