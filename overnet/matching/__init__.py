"""Is what was printed what the page shows?

In: lines of the page, lines of a run, and what the page had before. Out: the binding that makes them agree, or the true
difference. It knows nothing of files, of how commands are run, or of where.
"""
