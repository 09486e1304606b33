"""Every rule fires on its example and is silent on the one like it."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_source
from verbale.check.context import CheckContext, Example, Rule
from verbale.check.passages import Passages
from verbale.check.rules import RULE_SETS, find_in
from verbale.model.finding import Finding, Severity

_RULES = [rule for rules in RULE_SETS for rule in rules.rules]
_GRAVITY = list(Severity)


def findings(example: Example) -> list[Finding]:
    documents = [read_source(text.encode(), f"{place}.txt") for place, text in enumerate(example.texts)]
    versions = {one.language: one for one in documents[1:] if one.language is not None}
    assert len(versions) == len(documents) - 1, "each text of an example is in a language of its own"
    cited = [read_source(text.encode(), f"cited-{place}.txt") for place, text in enumerate(example.known)]
    known = {one.facts.symbol: one for one in cited if one.facts.symbol}
    matter = CheckContext(documents[0], versions, known, Passages(cited))
    return [finding for found in find_in(matter).values() for finding in found]


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.id)
def test_fires_on_its_example(rule: Rule) -> None:
    mine = [finding for finding in findings(rule.fires) if finding.rule == rule.id]
    assert mine
    assert all(_GRAVITY.index(finding.severity) >= _GRAVITY.index(rule.severity) for finding in mine)


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.id)
def test_is_silent_on_what_is_alike(rule: Rule) -> None:
    assert findings(rule.silent) == []


def test_ids_are_one_each() -> None:
    ids = [rule.id for rule in _RULES]
    assert len(set(ids)) == len(ids)


def test_without_versions_nothing_is_compared() -> None:
    document = read_source(b"1. Decides to meet on 3 May 2022.\n", "en.txt")
    assert [found for each in find_in(CheckContext(document, {})).values() for found in each] == []
