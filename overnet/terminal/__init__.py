"""What a person at a terminal does: types commands and cells into hosts, reads what comes back, reads again.

In: the snippets of one track, and the hosts of a lab. Out: what became of each command, judged. It knows nothing of
pages or receipts.
"""
