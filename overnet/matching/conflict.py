"""Why two lines of the same text do not agree."""


class Conflict(Exception):
    """Two values of the same shape that cannot stand for each other; str() is one sentence."""
