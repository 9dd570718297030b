"""Pages, read: as they are written, as they are published, and as they are built.

In: Markdown and built HTML. Out: fences and headings, and the faults: a fence that nothing proves, prose that is not as
agreed. It writes into docs/ which text a translation is of, and the files of a new page. It knows nothing of how pages
become HTML, or of runs.
"""
