"""Forums, meetings, moves, bodies, offices and papers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from verbale.errors import BadReference
from verbale.model.statement import Period
from verbale.register.forums import (
    Body,
    Forum,
    Meeting,
    Move,
    Office,
    Paper,
    find_meetings,
    forums,
    get_forum,
    get_meeting,
)
from verbale.register.holding import find_current, held


def test_forums_and_meetings_are_had_by_id() -> None:
    assert get_forum("CD").decision == "consensus"
    assert "decides by consensus" in get_forum("CD").in_words()
    assert "decides" not in get_forum("NSS").in_words()
    with pytest.raises(BadReference, match="no forum"):
        get_forum("LEAGUE")
    with pytest.raises(BadReference, match="no meeting"):
        get_meeting("YALTA")


def test_ids_stand_for_one_thing() -> None:
    assert len(forums()) == len(held(Forum))
    current = find_current(Meeting)
    assert len({each.id for each in current}) == len(current)
    assert {each.forum for each in current} <= set(forums())
    assert {each.meeting for each in held(Move)} <= {each.id for each in current}
    assert {each.forum for each in held(Body)} <= set(forums())
    assert len({each.id for each in held(Paper)}) == len(held(Paper))


def test_the_ordinals_of_a_series_follow_its_time() -> None:
    for forum in ("ART_XIV", "TPNW_MSP", "ME_ZONE", "NWFZ_CONF", "NPT_REVCON"):
        numbers = [each.number for each in find_meetings(forum) if each.number]
        assert all(a < b for a, b in pairwise(numbers)), forum


def test_the_conferences_that_the_reports_number() -> None:
    assert get_meeting("ART_XIV_6").number == 6
    assert get_meeting("ART_XIV_12").mode == "virtual"
    assert get_meeting("TPNW_MSP_1").valid == Period("2022-06-21", "2022-06-23")
    assert next(each.id for each in find_meetings("TPNW_MSP", "held")) == "TPNW_MSP_1"


def test_the_tenth_review_conference_was_put_off_four_times() -> None:
    moves = [move for move in held(Move) if move.meeting == "NPT_REVCON_2020" and move.step]
    assert [move.step for move in moves] == [1, 2, 3, 4]
    assert str(moves[0].was) == "2020-04-27/2020-05-22"
    assert str(moves[-1].becomes) == "2022-08-01/2022-08-26"
    assert "(move 4) from" in moves[-1].in_words()
    whole = next(move for move in held(Move) if move.meeting == "NPT_REVCON_2020" and not move.step)
    assert whole.provenance.place == "II.7.a"
    assert "moved from" in whole.in_words()


def test_what_was_learned_later_takes_the_place_of_what_was_decided() -> None:
    then = [each for each in find_current(Meeting, known="2022-07-31") if each.id == "NPT_REVCON_2020"]
    assert [each.state for each in then] == ["decided"]
    assert get_meeting("NPT_REVCON_2020").state == "held"
    assert "[decided]" in then[0].in_words()
    assert "no agreed document" in get_meeting("NPT_REVCON_2020").in_words()


def test_subsidiary_bodies_of_2022_and_their_coordinators() -> None:
    bodies = {each.number: each.states for each in held(Body) if each.id.startswith("CD_2022_SB")}
    assert bodies == {1: ("DZA",), 2: ("ESP",), 3: ("CHL",), 4: ("IDN",), 5: ("BLR",)}
    coordinators = {each.of: each for each in held(Office) if each.role == "coordinator"}
    assert coordinators["CD_2022_SB3"].states == ("CHL",)
    assert coordinators["CD_2022_SB3"].in_words().startswith("coordinator, subsidiary body 3")
    working = next(each for each in held(Body) if each.id == "UNDC_2022_WG1")
    assert working.in_words().endswith("[at work, 10 meetings]")


def test_an_office_names_what_it_is_of() -> None:
    signed = next(each for each in held(Office) if each.of == "NEW_START" and each.states == ("RUS",))
    assert signed.in_words() == "signatory, NEW_START: Dmitry Medvedev (RUS), President"
    spoken = next(each for each in held(Office) if each.person == "Robert Floyd")
    assert spoken.in_words().startswith("keynote speaker, high-level plenary meeting")


def test_the_ladder_of_papers_of_the_working_group() -> None:
    ladder = sorted(
        (each for each in held(Paper) if each.id.startswith("UNDC_WG1_")), key=lambda each: each.valid.start or ""
    )
    assert [each.rung for each in ladder] == [
        "non-paper",
        "non-paper",
        "revised non-paper",
        "revised non-paper",
        "revised non-paper",
        "chair's paper",
    ]
    assert ladder[-1].in_words().endswith("on the responsibility of the Chair alone)")
    decision = next(each for each in held(Paper) if each.symbol == "CD/1864")
    assert decision.in_words().startswith("CD/1864: ")
    assert decision.line().statement.subject == "CD/1864"
