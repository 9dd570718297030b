"""A Markdown extension: finds the sample values of a page, for the fences that show them (see fence), and ends the
page with one hidden list that says of each value what it is and where it came from. Those that a reader replaces get a
field (see your_form)."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from overnet.site.here import is_walked, walkthrough
from overnet.site.samples import Samples, Value
from overnet.site.your_form import Form
from overnet.snippets.snippet import TOPOLOGY

WORDS = {
    "en": {
        "yours": "Yours will differ", "replace": "Replace it with yours", "colon": ": ",
        "Shell": "{kind}, first printed by ", "Python": "{kind}, first printed by the code that ends in ",
        TOPOLOGY: "{kind}, first shown in a diagram", "host": "address of {host}", "": "{kind}",
    },
    "zh": {
        "yours": "你的会不同", "replace": "换成你自己的", "colon": "：",
        "Shell": "{kind}，最早由此命令输出：", "Python": "{kind}，最早由以此行结尾的代码输出：",
        TOPOLOGY: "{kind}，最早出现在图中", "host": "{host} 的地址", "": "{kind}",
    },
}  # fmt: skip
KINDS = {
    "en": {"long id": "id", "short id": "id", "short swarm id": "swarm id"},
    "zh": {
        "date": "日期", "date of a file": "文件日期", "clock": "时刻", "age": "已过时间", "duration": "时长", "latency": "延迟",
        "size": "大小", "percentage": "百分比", "join token": "加入令牌", "unlock key": "解锁密钥", "UUID": "UUID", "digest": "摘要", "long id": "ID",
        "git hash": "Git 哈希", "short id": "ID", "id prefix": "ID 的开头", "swarm id": "swarm ID", "short swarm id": "swarm ID",
        "task slot": "任务序号", "network namespace": "网络命名空间", "vxlan device": "VXLAN 设备", "layer link": "层链接",
        "MAC address": "MAC 地址", "IPv4 address": "IPv4 地址", "IPv6 address": "IPv6 地址", "IPv4 network": "IPv4 网段",
        "IPv6 network": "IPv6 网段", "port": "端口", "veth device": "veth 设备", "interface index": "接口序号",
        "process id": "进程号", "sequence number": "序列号", "packet id": "数据包标识", "ping id": "ping 标识",
    },
}  # fmt: skip


FENCE = re.compile(r'[ >]*(?:`{3,}|~{3,})\{[^}]*data-snippet="([^"]+)"')


class MarksExtension(Extension):
    """`language` ("en" or "zh") is that of the hints."""

    def __init__(self, **settings: str):
        self.config = {"language": ["en", "the language of the hints"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        language = self.getConfig("language")
        md.preprocessors.register(_Finder(md), "samples", 40)
        md.treeprocessors.register(_Hints(md, language), "samples", 2)
        md.treeprocessors.register(Form(md, language, KINDS[language]), "form", 1)


class _Finder(Preprocessor):
    """Sets md.samples, md.snippets by their paths, and md.names, those of values, before any fence becomes HTML
    (SuperFences begins at priority 31)."""

    def run(self, lines: list[str]) -> list[str]:
        paths = dict.fromkeys(found[1] for line in lines if (found := FENCE.match(line)))
        self.md.samples, self.md.snippets, self.md.names = Samples(), {}, {}
        for name in dict.fromkeys(path.rpartition("/")[0] for path in paths):
            if is_walked(name):
                there = walkthrough(name)
                self.md.snippets |= {snippet.path: snippet for snippet in there.snippets.values()}
                self.md.names |= there.values
                self.md.samples.add(there, paths)
        return lines


class _Hints(Treeprocessor):
    def __init__(self, md: Markdown, language: str):
        super().__init__(md)
        self.words, self.kinds = WORDS[language], KINDS[language]

    def run(self, root: Element) -> None:
        if values := self.md.samples.shown():
            hints = SubElement(root, "ul", {"id": "samples", "hidden": "", "data-search-exclude": ""})
            for name in ("yours", "replace"):
                SubElement(hints, "li", id=f"sample-{name}").text = self.words[name] + self.words["colon"]
            for value in values:
                self._hint(SubElement(hints, "li", id=f"sample-{value.number}"), value)

    def _hint(self, hint: Element, value: Value) -> None:
        kind = self.kinds.get(value.kind, value.kind)
        hint.text = self.words["host" if value.host else value.source].format(kind=kind, host=value.host)
        if not value.linked:
            hint.set("class", "loose")
        if value.source in ("Shell", "Python"):
            lines = value.command.split("\n")
            SubElement(hint, "code").text = lines[-1].strip() if value.source == "Python" else lines[0]


def makeExtension(**settings: str) -> MarksExtension:
    """The hook that Markdown calls."""
    return MarksExtension(**settings)
