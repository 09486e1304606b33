"""Kinds of page that public reports say other readers get wrong: what is right stays right."""

from __future__ import annotations

import pytest
from tests.read.pdf_kinds import KINDS, Kind

from verbale.model.node import NodeKind
from verbale.read.dispatch import read_bytes
from verbale.structure.build import build_document


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_of_a_reported_kind_is_read_right(kind: Kind) -> None:
    document = build_document(read_bytes(kind.data, "page.pdf"))
    nodes = [node for node in document.nodes if node.kind is not NodeKind.FURNITURE]
    printed = [folded(f"{node.label or ''} {node.text}") for node in nodes]
    text = " ".join(printed)
    rules = {finding.rule for finding in document.findings}
    assert [words for words in kind.has if words not in text] == []
    assert [words for words in kind.lacks if words in text] == []
    assert [words for words in kind.whole if words not in printed] == []
    assert set(kind.told) <= rules
    assert rules.isdisjoint(kind.untold)
