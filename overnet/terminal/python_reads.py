"""Which Python cells only read, and so may be repeated until the page's output appears (see reads)."""

import ast
import shlex

from overnet.terminal.reads import is_read

CALLS = {
    "attrs", "decode", "df", "diff", "format", "get", "gethostbyname", "history", "info", "inspect", "items", "iterdir", "keys",
    "len", "list", "logs", "Path", "print", "read", "read_text", "reload", "rstrip", "set", "sorted", "split",
    "splitlines", "startswith", "str", "strip", "sum", "tasks", "top", "values", "version",
}  # fmt: skip


def is_read_python(source: str) -> bool:
    """Whether a Python cell only reads: every call in it is one of the reading calls, what it runs in a container
    (`exec_run`) is a shell command that only reads, and no name becomes something else when it runs again.

    >>> is_read_python("print([n.name for n in client.networks.list()])"), is_read_python("client.swarm.leave()")
    (True, False)
    >>> is_read_python("print(', '.join(names))"), is_read_python("client.swarm.join(['192.0.2.11:2377'], token)")
    (True, False)
    >>> is_read_python("print(name.replace('a', 'b'))"), is_read_python("Path('/a').replace('/b')")
    (True, False)
    """
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return False
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return bool(calls) and all(map(_reads, calls)) and not any(map(_counts, nodes))


def _counts(node: ast.AST) -> bool:
    """Whether this does something else each time: `n += 1`, `n = n + 1`, `del n`, `for event in events: … break`."""
    if isinstance(node, ast.Assign | ast.NamedExpr):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
        return any(isinstance(one, ast.Name) and one.id in names for one in ast.walk(node.value))
    return isinstance(node, ast.AugAssign | ast.Delete | ast.Break)


def _reads(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name == "join":
        return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant)
    if name == "replace":  # a text's takes two texts, a path's takes one and moves a file
        return len(call.args) >= 2
    if name == "next":  # of what was begun elsewhere, it is another one each time
        return bool(call.args) and isinstance(call.args[0], ast.GeneratorExp)
    if name == "urlopen":
        return len(call.args) == 1 and not call.keywords
    if name != "exec_run":
        return name in CALLS
    if call.keywords:
        return False
    command = call.args[0] if call.args else None
    if isinstance(command, ast.Constant) and isinstance(command.value, str):
        return is_read(command.value)
    if isinstance(command, ast.List) and all(isinstance(word, ast.Constant) for word in command.elts):
        return is_read(shlex.join(str(word.value) for word in command.elts))
    return False
