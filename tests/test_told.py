"""The limits that readers are told of (How this site is proven) are those of the program, in both languages."""

import pytest

from overnet.engines import ENGINES
from overnet.labs import vm
from overnet.matching.lines import TRIES
from overnet.matching.quantities import TOLERANCES
from overnet.project import DOCS
from overnet.proving import lanes, left_behind, listing
from overnet.receipts import status
from overnet.snippets.walkthrough import load_all
from overnet.terminal import awaiting, executor, sessions

WORDS = {"en": {3: "three", 4: "four", 5: "five"}, "zh": {3: "三", 4: "四", 5: "五"}}
MILLISECONDS = 1000
# what: (the value of the program, the English sentence and the Chinese one; {} is the value, {word} the word for it)
TOLD = {
    "a command": (sessions.END_SECONDS, "has {} seconds to end unless", "必须在 {} 秒内结束"),
    "a read": (executor.READ_SECONDS, "for up to {} seconds unless", "最多 {} 秒。没有立即出现"),
    "nothing": (awaiting.NOTHING_SECONDS, "there must be none {word} seconds later", "那么{word}秒后再执行一次，也必须没有输出"),
    "what ends": (left_behind.SETTLE_SECONDS, "Whatever ends within {word} seconds is not left", "{word}秒之内自行结束的，不算遗留"),
    "a receipt": (status.DAYS, "After {} days it is called too old", "超过 {} 天就标为过期"),
    "at once": (lanes.AT_ONCE, "up to {word} tracks at a time", "最多同时运行{word}条路线"),
    "a virtual machine": (vm.PATIENCE, "may take {word} times as long", "时间限制放宽到{word}倍"),
    "a duration": (TOLERANCES["duration"].factor, "times, ages and percentages by a factor of {word}", "时间、已过时间和百分比最多可以相差{word}倍"),
    "an age": (TOLERANCES["age"].least, "an age below {0} seconds as {0} seconds", "不足 {0} 秒的已过时间按 {0} 秒计"),
    "a latency": (TOLERANCES["latency"].least * MILLISECONDS, "A time below {0:g} ms counts as {0:g} ms", "不足 {0:g} 毫秒的时间按 {0:g} 毫秒计"),
    "a large file": (int(listing._LARGEST.removesuffix("k")) // 1024, "files of {} MB or more", "不小于 {} MB 的文件"),
    "the engines": (", ".join(list(ENGINES)[:-1]), "on Engine {} and " + list(ENGINES)[-1], "Engine {list} 和 " + list(ENGINES)[-1]),
}  # fmt: skip


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("what", TOLD)
def test_what_readers_are_told_is_so(what: str, language: str) -> None:
    value, *sentences = TOLD[what]
    sentence = sentences[list(WORDS).index(language)]
    word, listed = WORDS[language].get(value, ""), str(value).replace(", ", "、")
    text = (DOCS / language / "reference/proof.md").read_text("utf-8")
    assert sentence.format(value, word=word, list=listed) in text


def test_what_is_told_without_its_number() -> None:
    """A quarter, a factor of five for three kinds, 50 ms for two, some thousand tries."""
    assert TOLERANCES["size"].factor == 1 + 1 / 4
    assert len({TOLERANCES[kind].factor for kind in ("latency", "duration", "age", "percentage")}) == 1
    assert TOLERANCES["latency"].least == TOLERANCES["duration"].least
    assert 2_000 <= TRIES < 10_000


def test_pages_use_two_images() -> None:
    assert {image for there in load_all() for image in there.images} == {"alpine", "nginx"}
