"""Diagrams that are measured.

In: the facts that the hosts' Engines report (survey, which runs inside a host). Out: their text, drawing and words, and
what changed in them. It knows nothing of pages, nor how a host is reached.
"""
