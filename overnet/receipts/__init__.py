"""What runs have left.

In: the outcome of a proof. Out: where each page stands, what need not be proven again (its key is a digest of the
sources), and what CI is told. It knows nothing of hosts, or of how the site shows it.
"""
