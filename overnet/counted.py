"""How many there are of a thing, in the languages of the pages: one of it is told in the singular."""

FORMS = {
    "en": {
        "page": (" page", " pages"), "block": (" block", " blocks"), "command": (" command", " commands"),
        "output": (" output", " outputs"), "track": (" track", " tracks"), "host": (" host", " hosts"),
        "minute": (" minute", " minutes"), "replica": (" replica", " replicas"),
    },
    "zh": {
        "page": (" 个页面",), "block": (" 个代码块",), "command": (" 条命令",), "output": (" 段输出",), "host": (" 台主机",),
        "minute": (" 分钟",), "replica": (" 个副本",),
    },
}  # fmt: skip


def counted(number: int, what: str, language: str = "en", shown: str = "{}") -> str:
    """A number of things, the number as `shown` has it.

    >>> counted(1, "page"), counted(2, "page", "en", "<b>{}</b>"), counted(1, "page", "zh")
    ('1 page', '<b>2</b> pages', '1 个页面')
    """
    forms = FORMS[language][what]
    return shown.format(number) + (forms[0] if number == 1 else forms[-1])
