"""Real engines: found, built, started, and nothing of them left behind.

In: names of hosts, what their kernel must do, and an Engine. Out: hosts on which commands can be run. It knows nothing
of snippets, or of the text of pages.
"""
