"""Overnet: pages on Docker, and the proof that every block on them runs."""
