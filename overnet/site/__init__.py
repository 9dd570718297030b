"""Markdown to HTML, with what was proven.

In: docs/, snippets/ and receipts. Out: the published Markdown, and site/. It knows nothing of hosts or runs: a change
here leaves all receipts good.
"""
