"""Positions, initiatives, actors, claims and observations."""

from __future__ import annotations

import pytest

from verbale.errors import BadReference
from verbale.register.figures_and_limits import Figure
from verbale.register.forums import Paper
from verbale.register.holding import held
from verbale.register.positions import (
    Claim,
    Initiative,
    Observation,
    Participant,
    Position,
    actors,
    get_actor,
)
from verbale.register.undertakings import UndertakingEvidence


def test_who_speaks_is_a_state_or_a_known_actor() -> None:
    speakers = {each.by for each in held(Position)} | {each.by for each in held(Claim)}
    speakers |= {each.by for each in held(Observation)} | {each.by for each in held(UndertakingEvidence)}
    speakers |= {each.by for each in held(Figure)}
    unknown = {each for each in speakers if len(each) != 3 or not each.isupper()} - set(actors())
    assert unknown <= {"CTBT"}, "a treaty speaks through its own text"
    issuers = {issuer for paper in held(Paper) for issuer in paper.issuers if len(issuer) != 3}
    assert issuers <= set(actors()), issuers - set(actors())
    behind = {each for initiative in held(Initiative) for each in initiative.by if len(each) != 3}
    assert behind <= set(actors()), behind - set(actors())


def test_actors_are_had_by_id() -> None:
    assert get_actor("ICRC").in_words() == "International Committee of the Red Cross (organisation)"
    assert len(actors()) == len(held(Participant))
    with pytest.raises(BadReference, match="no actor"):
        get_actor("PUGWASH")


def test_a_position_is_told_in_few_words() -> None:
    found = next(each for each in held(Position) if each.provenance.place == "III.CUB.12" and each.topic == "fmct")
    assert found.in_words() == "CUB for: non-discriminatory verifiable treaty that also disarms"
    assert found.line().treaties == ("FMCT",)
    assert found.line().statement.property == "position fmct"
    assert all(len(each.label.split()) <= 20 for each in held(Position)), "labels, no sentences of a source"


def test_intent_is_not_ratification() -> None:
    intent = next(each for each in held(Position) if each.by == "ANNEX2_TWO")
    assert (intent.stance, intent.treaties) == ("intends", ("CTBT",))


def test_a_claim_says_what_may_mislead() -> None:
    qatar = next(each for each in held(Claim) if each.by == "QAT" and each.treaties == ("CTBT",))
    assert "accession is not open before entry into force" in qatar.in_words()
    cambodia = next(each for each in held(Claim) if each.act == "ratification" and each.treaties == ("CTBT",))
    assert cambodia.in_words() == "KHM says: CTBT ratification at New York"
    assert cambodia.line().statement.value == "2000-11-10/2000-11-10"
    opened = next(each for each in held(Claim) if each.act == "opened" and each.treaties == ("CTBT",))
    assert opened.line().statement.subject == "CTBT"


def test_initiatives_and_those_behind_them() -> None:
    commission = next(each for each in held(Initiative) if each.id == "ICNND")
    assert commission.in_words().endswith("by AUS, JPN")
    framework = next(each for each in held(Initiative) if each.id == "NWC_OR_FRAMEWORK")
    assert framework.in_words().endswith("verification")
    assert len({each.id for each in held(Initiative)}) == len(held(Initiative))


def test_indicators_of_the_regime_by_year() -> None:
    found = {(each.subject, each.indicator): each for each in held(Observation) if each.provenance.place == "II.5"}
    assert found["arsenals", "transparency"].value == "growing"
    assert found["arsenals", "transparency"].in_words() == "transparency: growing (says SG)"
    assert found["arsenals", "deployed total"].line().statement.property == "deployed total"
