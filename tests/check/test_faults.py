"""Faults put into one version of a sample are told where they are, and nothing after them is misaligned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from verbale.app.reading import read_source
from verbale.concord.version_comparison import find_concordance
from verbale.model.concordance import Aspect, Difference, DifferenceKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@cache
def sextet(kind: str) -> Mapping[Language, Document]:
    return {
        language: read_source((SAMPLES / kind / f"{language.value}.txt").read_bytes(), f"{language.value}.txt")
        for language in Language
    }


def differences(versions: Mapping[Language, Document]) -> list[Difference]:
    """What differs now and did not before."""
    before = {(one.place, one.message) for one in find_concordance(sextet("resolution")).differences}
    return [one for one in find_concordance(versions).differences if (one.place, one.message) not in before]


def with_nodes(language: Language, nodes: list[Node]) -> dict[Language, Document]:
    versions = dict(sextet("resolution"))
    versions[language] = replace(versions[language], nodes=tuple(nodes))
    return versions


def operative(language: Language) -> list[int]:
    nodes = sextet("resolution")[language].nodes
    return [place for place, node in enumerate(nodes) if node.kind is NodeKind.OPERATIVE]


@pytest.mark.parametrize("language", list(Language))
def test_a_dropped_paragraph_is_missing_and_nothing_else_differs(language: Language) -> None:
    for place in operative(language):
        nodes = list(sextet("resolution")[language].nodes)
        dropped = nodes.pop(place)
        found = differences(with_nodes(language, nodes))
        assert [(one.kind, one.aspect, one.place, one.apart) for one in found] == [
            (DifferenceKind.MISSING, Aspect.PARAGRAPH, dropped.ref, (language,))
        ]


@pytest.mark.parametrize("language", list(Language))
def test_a_doubled_paragraph_is_added_and_known_again(language: Language) -> None:
    for place in operative(language):
        nodes = list(sextet("resolution")[language].nodes)
        nodes.insert(place + 1, replace(nodes[place], ref=f"{nodes[place].ref}~2"))
        found = differences(with_nodes(language, nodes))
        assert [(one.kind, one.aspect, one.apart) for one in found] == [
            (DifferenceKind.ADDED, Aspect.PARAGRAPH, (language,))
        ]
        assert "Its words stand in" in found[0].message


@pytest.mark.parametrize("language", list(Language))
def test_a_renumbered_paragraph_is_told_by_its_number(language: Language) -> None:
    place = operative(language)[1]
    nodes = list(sextet("resolution")[language].nodes)
    nodes[place] = replace(nodes[place], ref="31", label=(nodes[place].label or "").replace("2", "31"))
    found = differences(with_nodes(language, nodes))
    assert [(one.kind, one.apart, one.printed, one.others) for one in found] == [
        (DifferenceKind.RENUMBERED, (language,), ("31",), ("2",))
    ]


def test_a_changed_date_is_told_with_both_dates_and_lit() -> None:
    path = SAMPLES / "resolution" / "fr.txt"
    text = path.read_text(encoding="utf-8")
    assert "6 décembre 2021" in text
    versions = dict(sextet("resolution"))
    changed = text.replace("6 décembre 2021", "9 décembre 2021", 1)
    versions[Language.FR] = read_source(changed.encode(), path.name)
    found = [one for one in differences(versions) if one.kind is DifferenceKind.VALUE]
    assert [(one.apart, one.printed, one.others) for one in found] == [
        ((Language.FR,), ("2021-12-09",), ("2021-12-06",))
    ]
    lit = {side.language: [span.slice(side.text) for span in side.highlighted] for side in found[0].sides}
    assert lit[Language.FR] == ["9 décembre 2021"]
    assert lit[Language.EN] == ["6 December 2021"]


def test_two_versions_have_no_majority() -> None:
    nodes = list(sextet("resolution")[Language.EN].nodes)
    del nodes[operative(Language.EN)[0]]
    versions = {**with_nodes(Language.EN, nodes)}
    pair = {language: versions[language] for language in (Language.EN, Language.FR)}
    missing = [one for one in find_concordance(pair).differences if one.aspect is Aspect.PARAGRAPH]
    assert [(one.kind, one.apart) for one in missing] == [(DifferenceKind.MISSING, ())]


def test_replies_are_paired_by_state_though_each_language_has_its_order() -> None:
    versions = sextet("report")
    orders = {tuple(reply.state for reply in document.replies) for document in versions.values()}
    assert len(orders) > 1
    concordance = find_concordance(versions)
    assert all(one.aspect is not Aspect.PARAGRAPH for one in concordance.differences)
    assert {version.paragraphs for version in concordance.versions} == {concordance.rows}
