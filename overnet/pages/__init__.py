"""Pages, read: as they are written, as they are published, and as they are built.

In: Markdown and built HTML. Out: fences and headings, and the faults: a fence that nothing proves, prose that is not as
agreed. It writes one thing, which text a translation is of. It knows nothing of how pages are made, or of runs.
"""
