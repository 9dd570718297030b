"""Runs inside a host: reads cells as Python tuples (source, file, line, mark), one a line, and executes them in
turn."""

import ast
import linecache
import os
import sys
import traceback

questions, namespace = os.fdopen(os.dup(0)), {"__name__": "__main__"}
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
sources = {}

for question in questions:
    source, file, line, mark = ast.literal_eval(question)
    sources.setdefault(file, []).extend([""] * (line - 1 - len(sources.get(file, []))) + source.split("\n"))
    linecache.cache[file] = (0, None, [text + "\n" for text in sources[file]], file)
    status = 0
    try:
        exec(compile("\n" * (line - 1) + source, file, "exec"), namespace)
    except BaseException as error:
        status = 1
        told = traceback.TracebackException.from_exception(error)
        told.stack = traceback.StackSummary.from_list(frame for frame in told.stack if frame.filename in sources)
        told.__cause__ = told.__context__ = None
        print("".join(told.format()), end="")
    sys.stdout.flush()
    sys.stderr.flush()
    print(f"\n{mark} {status}", flush=True)
