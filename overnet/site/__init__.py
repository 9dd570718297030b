"""Markdown to HTML, with what was proven.

In: docs/, snippets/ and receipts. Out: the published Markdown, and site/. It starts no hosts and proves nothing: a
change here leaves all receipts good.
"""
