"""The words that pages do not say themselves, for each language: PAGE of what they are made of, COUNTED of what is
counted, PROOF of what is proven."""

from overnet.receipts.status import DAYS

PAGE = {
    "en": {
        "engine": "Your Engine",
        "hosts": "Hosts",
        "routers": "Routers",
        "needs": "Needs", "minutes": "Minutes", "images": "Images", "own": "These hosts in your Docker (not proven)",
        "own proven": "These hosts in your Docker (proven with a stand-in of their image)", "and": ", ",
        "daemon": "`/etc/docker/daemon.json` on {}",
        "words": "The diagram in words", "take": "Take it with you", "colon": ": ",
        "markdown": "this page as Markdown", "script": "its Shell commands for {host}",
        "sdk": "Needs Docker's SDK for Python: [install it, and connect]({}).",
        "report": "This did not work for me", "asked": "What I typed, and what came back:",
    },
    "zh": {
        "engine": "你的 Engine",
        "hosts": "主机",
        "routers": "路由器", "needs": "需要", "minutes": "用时（分钟）", "images": "镜像", "own": "在本机 Docker 中启动这些主机（未经验证）",
        "own proven": "在本机 Docker 中启动这些主机（用替代镜像验证过）", "and": "、",
        "daemon": "{} 的 `/etc/docker/daemon.json`",
        "words": "图的文字说明", "take": "随身带走", "colon": "：",
        "old": '英文版在本页译出之后有改动，内容以<a href="{}">英文版</a>为准。',
        "markdown": "本页的 Markdown", "script": "{host} 上的 Shell 命令",
        "sdk": "需要 Docker 的 Python SDK：[安装与连接]({})。",
        "report": "照做没有成功", "asked": "输入的命令与得到的输出：",
    },
}  # fmt: skip

COUNTED = {
    "en": {
        "page": (" page", " pages"), "block": (" block", " blocks"), "command": (" command", " commands"),
        "output": (" output", " outputs"), "track": (" track", " tracks"), "host": (" host", " hosts"),
        "minute": (" minute", " minutes"),
    },
    "zh": {
        "page": (" 个页面",), "block": (" 个代码块",), "command": (" 条命令",), "output": (" 段输出",), "host": (" 台主机",),
        "minute": (" 分钟",),
    },
}  # fmt: skip


def counted(number: int, what: str, language: str, shown: str = "{}") -> str:
    """A number of things, the number as `shown` has it.

    >>> counted(1, "page", "en"), counted(2, "page", "en", "<b>{}</b>"), counted(1, "page", "zh")
    ('1 page', '<b>2</b> pages', '1 个页面')
    """
    forms = COUNTED[language][what]
    return shown.format(number) + (forms[0] if number == 1 else forms[-1])


PROOF = {
    "en": {
        "colon": ": ",
        "and": ", ",
        "proven": "proven {day}",
        "too old": f"proven {{days}} days ago: too old (more than {DAYS} days)",
        "not proven": "not proven",
        "no run": "no run has proven this text",
        "other text": "a run proved another text of this block",
        "failed here": "the last run of this page failed",
        "failed": "the run of {day} failed",
        "nowhere": "not proven here: {why}",
        "nothing ran it": "nothing in the last run could run it",
        "changed": "changed since the run of {day}: {files}",
        "more": " and {} more",
        "seconds": "{:.1f} s",
        "waited": "{:.1f} s ({:.1f} s to converge)",
        "stand-ins": "stand-in images",
        "real images": "real images",
        "alone": "the page around it has changed since",
        "counts": "{blocks}, {commands}, {outputs} · {seconds:.1f} s",
        "stand-in note": "Stand-in images, built from Debian's packages because no registry answered: {images}. What "
        "the images from Docker Hub do themselves is not proven here.",
        "page": "Page",
        "on engine": "On Engine {}",
        "also on": "also on {}",
        "otherwise": "{} readings were otherwise",
        "once otherwise": "1 reading was otherwise",
        "absent": "without this feature",
        "lacks": "Engine {} does not have what this page is about. What follows is from Engine {}.",
        "here": "proven on {} on {}",
        "not here": "not proven on {}",
        "but on": "proven on {}",
        "in brackets": " ({})",
        "not in": "not on {}",
        "numbers": '<a href="status/">Proven</a> on Engine {version}, last on {day}: {pages}, {blocks}, {commands}',
        "nothing yet": 'No run has <a href="status/">proven</a> anything of this build yet.',
        "total": "Proven tracks, as of {day}: {counts}. A proof is good for {days} days.",
        "share": "{proven} of {tracks} on {engine}",
        "not run": "{}: not proven here. No run of this build was on this engine.",
        "filter": "Only pages with something that is not proven",
        "reasons": "What is not proven on {} ({})",
    },
    "zh": {
        "colon": "：",
        "and": "、",
        "proven": "已验证 {day}",
        "too old": f"{{days}} 天前验证，已过期（超过 {DAYS} 天）",
        "not proven": "未验证",
        "no run": "还没有任何一次运行验证过这段内容",
        "other text": "已验证的是这段内容的另一个版本",
        "failed here": "本页最近一次运行失败",
        "failed": "{day} 的运行失败",
        "nowhere": "未在此处验证：{why}",
        "nothing ran it": "最近一次运行的环境无法运行本页",
        "changed": "{day} 的运行之后有改动：{files}",
        "more": "，另有 {} 个文件",
        "seconds": "{:.1f} 秒",
        "waited": "{:.1f} 秒（收敛 {:.1f} 秒）",
        "stand-ins": "替身镜像",
        "real images": "原镜像",
        "alone": "此后本页的其他内容有改动",
        "counts": "{blocks}，{commands}，{outputs} · {seconds:.1f} 秒",
        "stand-in note": "替身镜像（运行时连不上镜像仓库，改用 Debian 软件包构建）：{images}。Docker Hub 上原镜像自身的行为不在验证范围之内。",
        "page": "页面",
        "on engine": "在 Engine {} 上",
        "also on": "另在 {} 上验证",
        "otherwise": "有 {} 次读取的结果与此不同",
        "once otherwise": "有 1 次读取的结果与此不同",
        "absent": "此 Engine 没有本页所讲的功能",
        "lacks": "Engine {} 没有本页所讲的功能。下面的内容出自 Engine {}。",
        "here": "已在 {} 上验证（{}）",
        "not here": "未在 {} 上验证",
        "but on": "已在 {} 上验证",
        "in brackets": "（{}）",
        "not in": "{} 没有此功能",
        "numbers": '<a href="status/">已验证</a>（Engine {version}，最近一次 {day}）：{pages}，{blocks}，{commands}',
        "nothing yet": '本次构建还没有任何<a href="status/">已验证</a>的内容。',
        "total": "截至 {day}，已验证的路线：{counts}。验证结果的有效期为 {days} 天。",
        "share": "{engine} 上 {proven}/{tracks} 条",
        "not run": "{}：未在此处验证。本次构建没有在此引擎上运行过。",
        "filter": "只看含有未验证内容的页面",
        "reasons": "在 {} 上未验证的内容（{}）",
    },
}
