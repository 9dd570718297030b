"""What a reader fills in: a folded form below a page's head, with a field for each value to replace in its commands.

A script (overrides/assets/yours.js) puts what is filled in into the page; another (networks.js) tells of addresses that
are outside of the network that was filled in. Without scripts, nothing of it shows."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from overnet.site.macros import BadPage
from overnet.site.samples import INTERFACE
from overnet.site.your_fields import Field, fields, network_around
from overnet.snippets.snippet import TRACKS

WORDS = {
    "en": {
        "title": "Your values", "filled": " · {} filled in", "reset": "Reset",
        "about": "What you fill in replaces the run's value in the blocks and the text below, and in what you copy. "
        "Filled-in values are yours: no run has tried them. The receipts, the diagrams and the files to download keep "
        "the values of the run. Nothing leaves this browser.",
        "host": "Address of {host}", INTERFACE: "Interface of {host}", "kind": "interface name",
        "refused": "Not filled in: this is not a valid {kind}.",
        "outside": "Outside of the network that you filled in for {network}: fill in a value inside of it.",
    },
    "zh": {
        "title": "你的值", "filled": " · 已填写 {} 项", "reset": "全部还原",
        "about": "填写之后，下文的代码块、正文以及复制的内容都换成你的值。这些值没有经过验证；验证记录、图和供下载的文件仍是运行时的值。"
        "填写的内容只保存在本浏览器中。",
        "host": "{host} 的地址", INTERFACE: "{host} 的网络接口", "kind": "网络接口名",
        "refused": "未填入：不是有效的「{kind}」。",
        "outside": "不在你为 {network} 填写的网段内，请在此填写该网段内的值。",
    },
}  # fmt: skip

APART = {frozenset([track]) for track in TRACKS}  # what each track printed for itself


class Form(Treeprocessor):
    """`kinds` are what the kinds of values are called in `language`. Raises BadPage where lab.yml names what is no
    field."""

    def __init__(self, md: Markdown, language: str, kinds: dict[str, str]):
        super().__init__(md)
        self.language, self.words = language, WORDS[language]
        self.kinds = {**kinds, INTERFACE: self.words["kind"]}

    def run(self, root: Element) -> None:
        heads = [number for number, element in enumerate(root) if element.get("class") == "head"]
        if not heads:
            return
        page = next(iter(self.md.snippets), "").rpartition("/")[0]
        found = fields(self.md.samples, page)
        self._check(page, [one.key for one in found])
        if found:
            root.insert(heads[0] + 1, self._form(found))

    def _check(self, page: str, keys: list[str]) -> None:
        if unknown := sorted(self.md.names.keys() - keys):
            there = f"there are: {', '.join(keys)}" if keys else "there are none"
            raise BadPage(f"snippets/{page}/lab.yml: 'values' names '{unknown[0]}', no field of the page; {there}")

    def _form(self, found: list[Field]) -> Element:
        form = Element("details", {"class": "yours"})
        title = SubElement(form, "summary")
        title.text = self.words["title"]
        SubElement(title, "output", {"data-filled": self.words["filled"]})
        SubElement(form, "p").text = self.words["about"]
        for number, one in enumerate(found):
            alike = {other.sources for other in found if other.value.kind == one.value.kind}
            track = f" ({one.value.source})" if one.sources in APART and alike >= APART else ""
            field = self._field(form, f"yours-{number}", one, track)
            if network := network_around(one, found):
                field.set("data-network", f"yours-{found.index(network)}")
                field.set("data-outside", self.words["outside"].format(network=network.proven))
        SubElement(form, "button", type="button").text = self.words["reset"]
        return form

    def _field(self, form: Element, key: str, one: Field, track: str) -> Element:
        kind = self.kinds.get(one.value.kind, one.value.kind)
        row = SubElement(form, "div")
        label = SubElement(row, "label", {"for": key})
        label.text = f"{self._called(one, kind)}{track} "
        SubElement(label, "code").text = one.proven
        once = {"data-once": ""} if one.once else {}
        field = SubElement(
            row,
            "input",
            {
                "id": key,
                "name": one.name,
                "pattern": one.pattern,
                "aria-describedby": f"{key}-refused",
                "autocapitalize": "off",
                "autocomplete": "off",
                "spellcheck": "false",
                "data-numbers": " ".join(map(str, one.numbers)),
                "data-proven": one.proven,
                "data-refused": self.words["refused"].format(kind=kind),
                **once,
            },
        )
        SubElement(row, "span", {"id": f"{key}-refused", "role": "alert"})
        return field

    def _called(self, one: Field, kind: str) -> str:
        if one.key in self.md.names:
            return self.md.names[one.key][self.language]
        if one.value.host:
            return self.words[INTERFACE if one.value.kind == INTERFACE else "host"].format(host=one.value.host)
        return kind[0].upper() + kind[1:]
