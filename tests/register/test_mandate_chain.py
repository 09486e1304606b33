"""The chains of the three recurring mandates."""

from __future__ import annotations

import pytest

from verbale.errors import LexiconBroken
from verbale.lexicon.tables import parse_table
from verbale.model.mandate import Mandate
from verbale.register.fact_tables import read_facts
from verbale.register.mandates import chain, held_requests
from verbale.register.mandates.chain import find_mandates, mandate_chain, mandate_topics


def of(topic: str, session: int) -> Mandate:
    return next(each for each in mandate_chain(topic) if each.session == session)


@pytest.mark.parametrize(
    ("topic", "session", "resolution", "paragraph", "vote", "following"),
    [
        ("ICJ", 76, "A/RES/76/53", "3", "143-33-14", "A/RES/77/57"),
        ("ND", 76, "A/RES/76/46", "22", "124-41-22", "A/RES/77/65"),
        ("RND", 76, "A/RES/76/27", "5", "125-50-14", "A/RES/77/74"),
    ],
)
def test_one_report_answers_three_resolutions(
    topic: str, session: int, resolution: str, paragraph: str, vote: str, following: str
) -> None:
    mandate = of(topic, session)
    found = [mandate.value(step) for step in ("resolution", "paragraph", "due", "vote", "report", "noted")]
    assert found == [resolution, paragraph, "77", vote, "A/77/123", "A/RES/77/74 op. 4"]
    assert mandate.following == following
    call = mandate.get("call")
    assert call is not None
    assert (call.date, call.provenance.source, call.provenance.place) == ("2022-01-28", "A/77/123", "I.5")


def test_a_call_covers_the_mandates_it_names() -> None:
    called = {each.topic: each.get("call") for each in find_mandates(64)}
    assert [topic for topic, call in called.items() if call] == ["ICJ"]


def test_chains_run_from_session_49_to_80_and_the_next_resolution_follows() -> None:
    assert {each.topic for each in find_mandates()} == set(mandate_topics())
    for topic in mandate_topics():
        sessions = [each.session for each in mandate_chain(topic)]
        assert sessions == sorted(sessions)
        assert sessions[-1] == 80
        following = [each.following for each in mandate_chain(topic)]
        assert following == [*(each.value("resolution") for each in mandate_chain(topic)[1:]), None]
    assert [mandate_chain(topic)[0].session for topic in mandate_topics()] == [49, 49, 53]


def test_a_suspect_vote_is_not_carried_and_says_why() -> None:
    vote = of("ICJ", 63).get("vote")
    assert vote is not None
    assert (vote.value, of("ICJ", 63).value("vote")) == ("", None)
    assert "another vote" in vote.reason


def test_what_is_not_known_is_absent() -> None:
    assert of("ND", 71).value("report") is None
    assert mandate_chain("FMCT") == find_mandates(12) == ()


def test_every_due_session_follows_its_own_and_every_report_is_due_then() -> None:
    for mandate in find_mandates():
        due, report = mandate.value("due"), mandate.value("report")
        assert due in (None, str(mandate.session + 1))
        if mandate.get("paragraph") and report:
            assert report.startswith(f"A/{due}/")


def test_a_step_of_no_chain_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    header = "topic,session,link,value,date,source,at,reason"
    rows = parse_table("mandate_chain", f"{header}\nND,70,rumour,,,unxml,,\n")
    monkeypatch.setattr(chain, "read_facts", lambda name: rows)
    chain._chains.cache_clear()
    with pytest.raises(LexiconBroken, match="no step 'rumour'"):
        mandate_chain("ND")
    chain._chains.cache_clear()


def test_rows_of_another_session_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = read_facts("session_requests")[:2]
    monkeypatch.setattr(held_requests, "read_facts", lambda name: rows)
    assert len(list(held_requests._read_held(int(rows[0]["session"])))) == 2
    assert list(held_requests._read_held(1)) == []
