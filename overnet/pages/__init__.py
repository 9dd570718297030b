"""Published pages, read back.

In: Markdown as it is published, and built HTML. Out: fences and headings, and the faults: a fence that nothing proves,
prose that is not as agreed. It knows nothing of how pages are made, or of runs.
"""
