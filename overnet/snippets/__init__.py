"""The folder snippets/, read.

In: files. Out: walkthroughs of snippets, each with its commands and what they printed, and the fences that publish
them. It knows nothing of pages, runs or receipts.
"""
