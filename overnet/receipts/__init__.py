"""What runs have left.

In: the outcome of a proof. Out: where each page stands, what need not be proven again (its key is a digest of the
sources and the images), and what CI is told. It asks no host, and knows nothing of how the site shows it.
"""
