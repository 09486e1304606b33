"""What a person has to look at, kept as words and read again, and how long it stays open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.desk.every_command import DUBIOUS, FIRST, REPLY, SAID

from verbale.desk.answering import Evidence
from verbale.desk.cases import ReplyStage
from verbale.desk.certainty import find_date, is_certain
from verbale.desk.doubt import Alarm, AlarmKind, find_doubts, parse_alarm, write_alarm
from verbale.desk.intake import Proposal
from verbale.model.finding import Finding, Severity


def finding(rule: str, page: int | None = None) -> Finding:
    return Finding(rule, Severity.WARNING, "a line is struck out", ref="4", page=page)


@pytest.mark.parametrize(
    ("rule", "page", "reason"),
    [
        ("read/struck", 2, "page 2: a line is struck out"),
        ("recognise/doubtful", None, "a line is struck out"),
        ("read/some-new-rule", 0, "page 0: a line is struck out"),
        ("read/number-format", 2, ""),
        ("read/uncalled-note", 2, ""),
        ("find/ambiguous-date", 2, ""),
    ],
)
def test_what_a_reader_found_of_the_words_is_an_alarm(rule: str, page: int | None, reason: str) -> None:
    expected = [Alarm("4", reason, AlarmKind.WORDS)] if reason else []
    assert list(find_doubts([finding(rule, page)])) == expected


@pytest.mark.parametrize("kind", list(AlarmKind))
def test_an_alarm_comes_back_from_its_words(kind: AlarmKind) -> None:
    for ref in ("", "4"):
        alarm = Alarm(ref, "two words, and more", kind)
        assert parse_alarm(write_alarm(alarm)) == alarm
    assert parse_alarm(write_alarm(Alarm("4", "two\twords,\n and more", kind))) == Alarm(
        "4", "two words, and more", kind
    )
    with pytest.raises(ValueError, match="not enough values"):
        parse_alarm("identity\t4")
    with pytest.raises(ValueError, match="mood"):
        parse_alarm("mood\t4\tfair")


def test_who_wrote_is_settled_by_confirming_and_the_words_once_somebody_has_looked() -> None:
    alarms = [Alarm("", kind.value, kind) for kind in AlarmKind]
    version = replace(FIRST, alarms=tuple(alarms))

    def left(**changes: object) -> list[str]:
        case = replace(REPLY, **{"confirmed": {}, "looked_at": frozenset(), **changes})  # type: ignore[arg-type]
        return [alarm.reason for alarm in case.open_alarms(version)]

    assert left() == ["identity", "words", "beside"]
    assert left(confirmed={1: SAID}) == ["words", "beside"]
    assert left(confirmed={2: SAID}, looked_at=frozenset({2})) == ["identity", "words", "beside"]
    assert left(looked_at=frozenset({1})) == ["identity", "words", "beside"]
    assert left(confirmed={1: SAID}, looked_at=frozenset({1})) == []
    assert left(stage=ReplyStage.SET_ASIDE) == []


CERTAIN = Proposal(
    kinds=(Evidence("reply", "x", sure=True),),
    states=(Evidence("CUB", "x", sure=True), Evidence("QAT", "x")),
    joint=(),
    group="",
    dates=(Evidence("2022-05-09", "x", sure=True), Evidence("2022-05-01", "x")),
    languages=(Evidence("es", "x", sure=True),),
    addresses=(Evidence("A/RES/76/53", "x", sure=True),),
    parts=(),
    alarms=(),
    reproduced=(),
    framing=(),
)
DOUBT = Evidence("QAT", "x")


@pytest.mark.parametrize(
    ("changes", "certain"),
    [
        ({}, True),
        ({"states": ()}, False),
        ({"states": (DOUBT, *CERTAIN.states)}, False),
        ({"languages": ()}, False),
        ({"languages": (Evidence("es", "x"),)}, False),
        ({"languages": (Evidence("de", "x", sure=True),)}, False),
        ({"dates": ()}, False),
        ({"dates": (), "undated": True}, True),
        ({"dates": CERTAIN.dates[1:]}, False),
        ({"addresses": ()}, False),
        ({"addresses": (*CERTAIN.addresses, Evidence("A/RES/76/46", "x"))}, False),
        ({"alarms": (DUBIOUS,)}, False),
    ],
)
def test_a_letter_is_certain_where_all_is_said_outright(changes: dict[str, object], certain: bool) -> None:
    assert is_certain(replace(CERTAIN, **changes)) is certain  # type: ignore[arg-type]


def test_a_letter_without_a_date_has_the_day_of_its_receipt_at_the_desk() -> None:
    received, zone = "2022-05-10T02:00:00+00:00", "America/New_York"
    assert find_date(CERTAIN, received, zone) == "2022-05-09"
    assert find_date(replace(CERTAIN, dates=CERTAIN.dates[1:], undated=True), received, zone) == ""
    undated = replace(CERTAIN, dates=(), undated=True)
    assert find_date(undated, received, zone) == "2022-05-09"
    assert find_date(undated, "2022-05-10T12:00:00+00:00", zone) == "2022-05-10"
    assert find_date(replace(CERTAIN, dates=()), received, zone) == ""
