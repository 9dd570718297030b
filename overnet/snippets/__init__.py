"""The folder snippets/, read.

In: files. Out: walkthroughs of snippets, each with its commands and what they printed, and the fences that publish
them on the page of the same path. It reads no page, and knows nothing of runs or receipts.
"""
