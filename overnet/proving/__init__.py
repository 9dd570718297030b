"""Runs tracks in labs and judges them; records them.

In: published pages and their walkthroughs. Out: receipts, or new outputs in the snippets. It knows nothing of how pages
are made or shown.
"""
