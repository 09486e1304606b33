"""What counts of a letter, and what a report rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.desk.every_command import FIRST, REPLY, SAID, SECOND, TRANSLATED, B, D

from verbale.desk.cases import CycleCase, CycleStage, Held, Publication, ReplyCase, ReplyStage, Translation
from verbale.desk.letter_kinds import LetterKind
from verbale.desk.report_basis import find_changes, replies_of_report


def test_what_counts_of_a_letter_is_what_was_placed_else_what_was_confirmed_last() -> None:
    both = replace(REPLY, confirmed={1: SAID, 2: replace(SAID, authors=("CUB", "MEX"), language="fr")})
    assert (both.standing, both.state, both.language) == (FIRST, "CUB", "es")
    assert both.translation_into("en") == TRANSLATED.held
    for stage in (ReplyStage.PUBLISHED, ReplyStage.RECALLED):
        assert replace(both, stage=stage).standing == FIRST
    again = replace(both, stage=ReplyStage.CONFIRMED)
    assert (again.standing, again.authors, again.language) == (SECOND, ("CUB", "MEX"), "fr")
    assert again.translation_into("en") is None
    assert replace(REPLY, stage=ReplyStage.CONFIRMED).standing == FIRST
    bare = replace(REPLY, stage=ReplyStage.RECEIVED, confirmed={}, stated=("QAT",))
    assert (bare.standing, bare.authors, bare.state) == (SECOND, ("QAT",), "QAT")
    assert (bare.dated, bare.language, bare.addresses, bare.group) == ("", "", (), "")
    empty = ReplyCase("reply-1")
    assert (empty.confirmation, empty.kind, empty.state) == (None, LetterKind.REPLY, "")


def test_what_a_letter_is_was_confirmed_or_is_only_proposed() -> None:
    proposed = replace(SECOND, kind=LetterKind.WITHDRAWAL)
    case = replace(REPLY, versions=(FIRST, proposed), stage=ReplyStage.CONFIRMED)
    assert case.kind_of(proposed) is LetterKind.WITHDRAWAL
    assert case.pending == (proposed,)
    said = replace(case, confirmed={1: SAID, 2: replace(SAID, kind=LetterKind.SIGNED_COPY)})
    assert said.kind_of(proposed) is LetterKind.SIGNED_COPY
    assert said.answering == (FIRST,)
    assert (said.standing, said.kind, said.pending) == (FIRST, LetterKind.REPLY, ())
    assert replace(case, stage=ReplyStage.SET_ASIDE).pending == ()


def test_a_letter_answers_for_its_authors_while_it_stands() -> None:
    assert REPLY.is_answered
    for stage in (ReplyStage.WITHDRAWN, ReplyStage.RECALLED, ReplyStage.SET_ASIDE):
        gone = replace(REPLY, stage=stage)
        assert not gone.stands
        assert not gone.is_answered
    unread = replace(REPLY, stage=ReplyStage.UNREAD, confirmed={}, versions=(replace(FIRST, kind=LetterKind.NONE),))
    assert not unread.is_answered
    assert replace(unread, stated=("CUB",)).is_answered
    assert not replace(unread, stated=("CUB",), stage=ReplyStage.RECEIVED).is_answered


def test_a_summary_stands_for_the_version_that_it_was_made_of() -> None:
    case = replace(REPLY, summary=Held(D), summarised=1)
    assert case.in_summary
    assert not replace(case, on_web=False).in_summary
    assert not replace(case, summarised=2).in_summary
    assert not REPLY.in_summary


@pytest.mark.parametrize("stage", list(CycleStage))
def test_a_report_is_out_of_hand_once_it_was_submitted(stage: CycleStage) -> None:
    working = {CycleStage.PLANNED, CycleStage.DRAFTED, CycleStage.CALLED, CycleStage.COMPILED}
    assert CycleCase(stage=stage).is_settled is (stage not in working)


def test_what_a_report_rests_on_and_what_of_it_changed() -> None:
    cycle = CycleCase(terms_digest="t", issued=(("A/77/9901", "2022-07-12"),))
    in_print = replace(REPLY, id="reply-2", stage=ReplyStage.RECALLED, published=(Publication("A/77/9901", "x"),))
    elsewhere = replace(in_print, id="reply-3", published=(Publication("A/77/9902", "x"),))
    taken_back = replace(REPLY, id="reply-4", stage=ReplyStage.WITHDRAWN)
    late = replace(REPLY, id="reply-5", destination=None)
    every = (REPLY, in_print, elsewhere, taken_back, late)
    assert [each.id for each in replies_of_report(cycle, every)] == ["reply-1", "reply-2"]
    assert [each.id for each in replies_of_report(CycleCase(), every)] == ["reply-1"]
    assert find_changes((cycle, every), (cycle, every)) == ()
    translated = {**REPLY.translations, "zh": Translation("zh", 1, Held(B))}
    older = {**REPLY.translations, "zh": Translation("zh", 2, Held(B))}
    for changes, words in (
        ({"translations": translated}, ("reply-1 (CUB): ",)),
        ({"translations": older}, ("reply-1 (CUB): ",)),
        ({"words": {}}, ("reply-1 (CUB): ",)),
        ({"summary": Held(D), "summarised": 1}, ("reply-1 (CUB): ",)),
        ({"summary": Held(D), "summarised": 2}, ()),
        ({"confirmed": {1: replace(SAID, dated="2022-05-11")}}, ("reply-1 (CUB): ",)),
        ({"remarks": ("seen",), "assigned": "X"}, ()),
        ({"stage": ReplyStage.WITHDRAWN}, ("reply-1 is no longer in the report",)),
    ):
        now = replace(REPLY, **changes)
        assert find_changes((cycle, (REPLY,)), (cycle, (now,))) == words, changes
    assert find_changes((cycle, ()), (cycle, (REPLY,))) == ("reply-1 is now in the report",)
    assert find_changes((cycle, ()), (replace(cycle, terms_digest="u"), ())) == ("the terms of the cycle",)
