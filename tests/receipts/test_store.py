"""A receipt is good for the text that was proven, and for no other."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from overnet.receipts import store
from overnet.receipts.store import Block, Exchange, Failure, Receipt
from overnet.snippets.snippet import Snippet
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import Walkthrough

SNIPPET = Snippet("page/run.console", "$ ls\n", tuple(parse("$ ls\n")))
OTHER = replace(SNIPPET, text="$ ls -a\n")
PAGE = Walkthrough("page", {"node1": "192.0.2.11"}, (), ("alpine",), 1, {"run.console": SNIPPET})
PROOF = Receipt(
    walkthrough="page",
    track="Shell",
    when="2026-11-24T09:12:01+00:00",
    engine="28.5",
    kernel="6.1.0",
    version="28.5.2",
    origin="Debian forky",
    images={"alpine": "stand-in", "nginx": "registry"},
    lab=store.lab_digest(PAGE),
    harness="",
    seconds=7.5,
    blocks=[
        Block(SNIPPET.path, SNIPPET.digest, 0.25, 0.0, [Exchange("node1", "ls", "a\n"), Exchange("node1", "cd", "\n")])
    ],
)
FAILED = Failure("page", "Shell", PROOF.when, PROOF.engine, PROOF.kernel, "snippets/page/run.console:1: exit status 1")


def test_written_and_read_again(tmp_path: Path) -> None:
    store.write(PROOF, tmp_path)
    assert store.read("page", "Shell", "28.5", tmp_path) == PROOF
    assert store.read("page", "Python", "28.5", tmp_path) is None
    assert store.read("page", "Shell", "26.1", tmp_path) is None


def test_the_last_run_replaces_the_one_before(tmp_path: Path) -> None:
    for record in (PROOF, FAILED, PROOF):
        store.write(record, tmp_path)
        assert store.read("page", "Shell", "28.5", tmp_path) == record
        assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 1


def test_a_block_is_found_by_its_text() -> None:
    assert PROOF.block(SNIPPET) == PROOF.blocks[0]
    assert PROOF.block(OTHER) is None
    assert PROOF.block(replace(SNIPPET, path="page/walk.console")) is None


def test_what_a_block_holds_is_counted() -> None:
    assert (PROOF.blocks[0].commands, PROOF.blocks[0].outputs) == (2, 1)
    assert PROOF.stand_ins == ["alpine"]


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"walkthrough": "page", "blocks": []}', '{"blocks": [{"exchanges": null}]}'],
    ids=["cut off", "a list", "of another version", "of another kind"],
)
def test_a_receipt_that_cannot_be_read_proves_nothing(tmp_path: Path, text: str) -> None:
    for kind in (Receipt, Failure):
        file = store.file_of(kind, "page", "Shell", "28.5", tmp_path)
        file.parent.mkdir(parents=True)
        file.write_text(text)
    assert store.read("page", "Shell", "28.5", tmp_path) is None


def test_a_receipt_of_an_older_version_proves_nothing(tmp_path: Path) -> None:
    store.write(PROOF, tmp_path)
    file = store.file_of(Receipt, "page", "Shell", "28.5", tmp_path)
    fields = json.loads(file.read_text())
    for block in fields["blocks"]:
        del block["exchanges"]
    file.write_text(json.dumps(fields))
    assert store.read("page", "Shell", "28.5", tmp_path) is None


@pytest.mark.parametrize(
    "other",
    [{"hosts": {"node1": "192.0.2.12"}}, {"images": ()}, {"needs": ("vxlan",)}, {"daemon": {"node1": {"debug": True}}}],
    ids=lambda other: next(iter(other)),
)
def test_another_lab_has_another_digest(other: dict) -> None:
    assert store.lab_digest(replace(PAGE, **other)) != PROOF.lab


@pytest.mark.parametrize("other", [{"minutes": 9}, {"values": {"192.0.2.1": {"en": "router", "zh": "路由器"}}}])
def test_what_readers_are_told_is_not_of_the_lab(other: dict) -> None:
    assert store.lab_digest(replace(PAGE, **other)) == PROOF.lab
