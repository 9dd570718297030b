"""What runs have left.

In: the outcome of a proof. Out: where each page stands, what need not be proven again, and what CI is told. It knows
nothing of how a proof is made, or of how the site shows it.
"""
