"""What a page says of its proof, from the receipts that a run left: never green what was not run."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from overnet.pages import values
from overnet.pages.published import Page
from overnet.receipts import status
from overnet.receipts.store import Block, Exchange, Failure, Record
from overnet.site import by_engine, proof, receipt_line, status_files
from overnet.site.here import Here
from overnet.site.receipt_line import receipt as shown
from overnet.snippets.walkthrough import Walkthrough
from tests.receipts.page import DAY, OLDER, SOURCE, judged, on_older, page_in, receipt, with_snippet, with_variant


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walkthrough:
    monkeypatch.setattr(by_engine, "default", lambda: "28.5")
    return page_in(tmp_path)


def test_the_head_names_the_file_that_changed(page: Walkthrough) -> None:
    changed = judged(with_snippet(page, "end.console", "$ false\n"), receipt(page, "Shell"))
    said = "not proven: changed since the run of 2026-11-24: `snippets/page/end.console`"
    assert said in proof.head([changed], "en")


def test_a_failed_run_proves_nothing_and_says_why(page: Walkthrough) -> None:
    text = "snippets/page/run.console:1: exit status 1 on node1\n  docker `ps`"
    found = judged(page, Failure("page", "Shell", "2026-11-24T09:00:00+00:00", "28.5", "6.1.0", text))
    assert found.state == "failed"
    head = proof.head([found], "en")
    assert "the run of 2026-11-24 failed: `snippets/page/run.console:1: exit status 1 on node1`" in head
    assert ".unproven" in head
    assert "未验证：2026-11-24 的运行失败：" in proof.head([found], "zh")


def test_what_nothing_could_run_is_said_to_be_unproven_here(page: Walkthrough) -> None:
    text = "snippets/page/lab.yml: this kernel lacks ipvlan"
    record = Failure("page", "Shell", "2026-11-24T09:00:00+00:00", "28.5", "6.1.0", text, here=False)
    found = judged(page, record)
    assert found.state == "nowhere"
    told = f'`{text}`{{ data-excuse="{proof.FAILURE}" }}'
    assert proof.head([found], "en") == f"**Engine 28.5** Shell not proven here: {told}\n{{ .proof .unproven }}"
    assert under(page, "run.console", record).startswith("Not proven: nothing in the last run could run it\n")


def test_what_is_said_of_runs_is_no_fault_of_the_prose(page: Walkthrough, tmp_path: Path) -> None:
    text = "snippets/page/run@20.10.console:1: 10.9.9.9 is not 10.9.9.8"
    failed = judged(page, Failure("page", "Shell", "2026-11-24T09:00:00+00:00", "28.5", "6.1.0", text))
    changed = judged(with_snippet(page, "end.console", "$ false\n"), receipt(page, "Shell"))
    changed = replace(changed, changed=["snippets/page/end@20.10.console"])
    (tmp_path / "page.md").write_text(f"{proof.head([failed], 'en')}\n\n{proof.head([changed], 'zh')}\n")
    assert not list(values.faults([Page("en", "page", tmp_path / "page.md")], [page]))


def under(page: Walkthrough, name: str, *records: Record, language: str = "en") -> str:
    """The receipt that the page shows under a snippet."""
    whole = {track: judged(page, None, track=track) for track in ("Shell", "Python")}
    whole |= {record.track: judged(page, record, track=record.track) for record in records}
    return shown(page.snippets[name], Here(page, list(whole.values()), language, DAY))


def test_the_receipt_of_a_block(page: Walkthrough) -> None:
    summary, _, fence = under(page, "run.console", receipt(page, "Shell")).partition("\n\n")
    assert summary == '??? receipt "Proven 2026-11-24 · Engine 28.5.2 · Shell · 2.5 s · stand-in images"'
    assert "$ docker ps\n    real `output`\n" in fence
    waited = under(page, "run.py", receipt(page, "Python", waited=1.25), language="zh")
    assert '"已验证 2026-11-24 · Engine 28.5.2 · Python · 2.5 秒（收敛 1.2 秒） · 替身镜像"' in waited
    assert "print(1)\n    #> real `output`" in waited


def test_a_receipt_says_how_often_a_reading_was_otherwise(page: Walkthrough) -> None:
    proven = receipt(page, "Shell")
    assert "otherwise" not in under(page, "run.console", proven)
    for times, said in ((1, " · 1 reading was otherwise"), (3, " · 3 readings were otherwise")):
        blocks = [replace(block, otherwise=times) for block in proven.blocks]
        assert said in under(page, "run.console", replace(proven, blocks=blocks))


def test_a_diagram_names_the_tracks_on_which_it_was_measured(page: Walkthrough) -> None:
    assert " · Python · " in under(page, "map.topology", receipt(page, "Python"))
    shell, python = receipt(page, "Shell"), receipt(page, "Python")
    assert " · Shell, Python · " in under(page, "map.topology", shell, python)
    earlier = receipt(page, "Shell", DAY - timedelta(40))
    assert "Proven 2026-11-24 · Engine 28.5.2 · Python · " in under(page, "map.topology", earlier, python)
    assert "Engine 28.5.2 · Python · " in under(
        page, "map.topology", replace(shell, version="29.0.0", when=DAY.isoformat() + "T08:00:00+00:00"), python
    )


def test_a_block_that_is_not_proven_says_why(page: Walkthrough) -> None:
    assert under(page, "run.console").startswith("Not proven: no run has proven this text\n")
    assert under(page, "run.console", receipt(page, "Python")).startswith("Not proven: no run")
    changed = with_snippet(page, "end.console", "$ false\n")
    proven = receipt(page, "Shell")
    assert under(changed, "end.console", proven).startswith("Not proven: a run proved another text of this block\n")
    assert "the page around it has changed since" in under(changed, "run.console", proven)
    failure = Failure("page", "Shell", proven.when, "28.5", "6.1.0", "no")
    assert under(page, "run.console", failure).startswith("Not proven: the last run of this page failed\n")


def test_an_old_proof_is_not_shown_as_one(page: Walkthrough) -> None:
    assert under(page, "run.console", receipt(page, "Shell", DAY - timedelta(41))).startswith(
        '??? receipt unproven "Proven 41 days ago: too old'
    )


def test_the_head_counts_what_was_run(page: Walkthrough) -> None:
    proven = judged(page, receipt(page, "Shell"))
    assert proof.head([proven], "en").startswith(
        "**Engine 28.5.2** Shell proven 2026-11-24 · 3 blocks, 3 commands, 3 outputs · 9.5 s\n{ .proof }"
    )
    assert "no registry answered: `alpine`." in proof.head([proven], "en")
    one = replace(receipt(page, "Shell"), blocks=proven.record.blocks[:1])
    assert proof.counts(one, "en") == "1 block, 1 command, 1 output · 9.5 s"
    assert proof.counts(one, "zh") == "1 个代码块，1 条命令，1 段输出 · 9.5 秒"


def test_the_data_has_the_reasons(page: Walkthrough, tmp_path: Path) -> None:
    failed = Failure("page", "Python", "2026-11-24T09:00:00+00:00", "28.5", "6.1.0", "the reason")
    found = [judged(page, receipt(page, "Shell")), judged(page, failed, track="Python")]
    status_files.save(tmp_path, found, DAY)
    shell, python = json.loads((tmp_path / "status.json").read_text())["tracks"]
    assert (shell["state"], shell["engine"], shell["version"], shell["commands"]) == ("proven", "28.5", "28.5.2", 3)
    assert (shell["origin"], shell["kernel"], python["kernel"]) == ("Debian forky", "6.1.0", "6.1.0")
    assert (python["state"], python["failure"]) == ("failed", "the reason")
    badge = (tmp_path / "badge.svg").read_text()
    assert "1 of 2 tracks" in badge and status_files.RED in badge and status_files.GREEN not in badge


def test_the_snippet_of_a_long_transcript_is_one_fence(page: Walkthrough) -> None:
    proven = receipt(page, "Shell")
    exchange = Exchange("node1", "cat <<X\n```\nX", "```\n````\n")
    block = replace(proven.blocks[0], exchanges=[exchange])
    text = under(page, "run.console", replace(proven, blocks=[block, *proven.blocks[1:]]))
    assert text.count("\n    `````") == 2


def lines(found: list[status.Standing], language: str) -> dict[str, str]:
    """What the line at a page's head says, by its classes."""
    spans = BeautifulSoup(proof.line(found, language), "html.parser").select("span")
    return {" ".join(span["class"]): span.get_text() for span in spans}


def test_other_engines_stand_beside_and_decide_nothing(page: Walkthrough, tmp_path: Path) -> None:
    older = replace(receipt(page, "Shell"), **OLDER)
    lacking = replace(page, engines=("26.1", "28.5"))
    absent = status.standing(lacking, "Shell", [], older, DAY, "20.10")
    found = [judged(page, receipt(page, "Shell")), on_older(page, older), absent]
    assert [one.state for one in found] == ["proven", "proven", "absent"]
    assert "\n\n**Engine 26.1.5** Shell proven 2026-11-24 · 3 blocks" in proof.head(found, "en")
    assert "\n\n**Engine 20.10** Shell not run on this engine\n{ .proof .note }" in proof.head(found, "en")
    assert lines(found, "en") == {
        "on on-28-5 default proof": "✓ proven on 28.5 on 2026-11-24 · also on 26.1",
        "on on-26-1 proof": "✓ proven on 26.1 on 2026-11-24 · also on 28.5",
        "on on-20-10 proof unproven": "○ not on 20.10 · proven on 28.5, 26.1",
    }
    two = [on_older(page, older), on_older(page, None, "Python")]
    assert "**Engine 26.1.5** Shell 已验证 2026-11-24 · " in proof.head(two, "zh")
    assert lines(two, "zh") == {"on on-26-1 proof unproven": "○ 未在 26.1 上验证（Python）"}
    status_files.save(tmp_path, [judged(page, None), *found[1:]], DAY)
    [track] = json.loads((tmp_path / "status.json").read_text())["tracks"]
    assert (track["engine"], track["state"]) == ("28.5", "unproven")
    assert [(one["engine"], one["state"]) for one in track["others"]] == [("26.1", "proven"), ("20.10", "absent")]
    assert "0 of 1 track," in (tmp_path / "badge.svg").read_text()


def test_a_receipt_names_the_other_engines_that_do_the_same(page: Walkthrough) -> None:
    standings = [judged(page, receipt(page, "Shell")), on_older(page, replace(receipt(page, "Shell"), **OLDER))]
    said = shown(page.snippets["run.console"], Here(page, standings, "en", DAY))
    assert said.startswith(
        '??? receipt "Proven 2026-11-24 · Engine 28.5.2 · Shell · 2.5 s · stand-in images · also on 26.1"'
    )


def test_a_receipt_says_whether_the_images_were_those_of_a_registry(page: Walkthrough) -> None:
    pulled = replace(receipt(page, "Shell"), images={"alpine": "registry"})
    for record, said in ((pulled, "real images"), (receipt(page, "Shell"), "stand-in images")):
        line = shown(page.snippets["run.console"], Here(page, [judged(page, record)], "en", DAY)).partition("\n")[0]
        assert line.endswith(f' · {said}"')


def test_a_receipt_is_that_of_the_engine_that_is_shown_first(
    page: Walkthrough, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipt_line, "default", lambda: "26.1")
    monkeypatch.setattr(receipt_line.forge, "report", lambda *about: f"report on {about[-1]}")
    held = on_older(page, replace(receipt(page, "Shell"), **OLDER))
    failed = judged(page, Failure("page", "Shell", "2026-11-24T09:00:00+00:00", "28.5", "6.1.0", "wrong"))
    for reference, others in ((judged(page, receipt(page, "Shell")), " · also on 28.5"), (failed, "")):
        said = shown(page.snippets["run.console"], Here(page, [reference, held], "en", DAY))
        assert " · Engine 26.1.5 · Shell" in said.partition("\n")[0]
        assert said.endswith("report on 26.1")
        assert said.partition("\n")[0].endswith(f'stand-in images{others}"')
    stale = on_older(with_variant(page), replace(receipt(page, "Shell"), **OLDER, blocks=[]))
    said = shown(page.snippets["run.console"], Here(page, [judged(page, receipt(page, "Shell")), stale], "en", DAY))
    assert "Engine 28.5.2" in said


def test_a_variant_has_the_receipt_of_its_engine(page: Walkthrough) -> None:
    page = with_variant(page)
    variant = page.snippets["run@26.1.console"]
    proven = judged(page, receipt(page, "Shell"))
    stale = on_older(page, replace(receipt(page, "Shell"), **OLDER))
    assert shown(variant, Here(page, [proven, stale], "en", DAY)).startswith("**Engine 26.1** Not proven: no run")
    blocks = [Block(one.path, one.digest, 0.1, 0.0, []) for one in status.order(page, "Shell", SOURCE, "26.1")]
    held = on_older(page, replace(receipt(page, "Shell"), **OLDER, blocks=blocks))
    assert " · **Engine 26.1.5** · Shell" in shown(variant, Here(page, [proven, held], "en", DAY))
    assert "also on" not in shown(page.snippets["run.console"], Here(page, [proven, held], "en", DAY))
    assert "also on 26.1" in shown(page.snippets["end.console"], Here(page, [proven, held], "en", DAY))


def test_the_head_has_only_the_engines_that_have_the_subject(page: Walkthrough) -> None:
    only = replace(page, engines=("29",))
    order = status.order(only, "Shell", SOURCE)
    records = {"29": replace(receipt(only, "Shell"), engine="29"), "28.5": None, "26.1": None}
    standings = [status.standing(only, "Shell", order, record, DAY, engine) for engine, record in records.items()]
    assert proof.head(standings, "en").count("2026-11-24") == 1
