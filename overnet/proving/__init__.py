"""Runs tracks in labs, where terminal/ judges each command, and looks at what they leave there; records them.

In: published pages and their walkthroughs. Out: receipts, or new outputs in the snippets. It knows nothing of how pages
are made or shown.
"""
