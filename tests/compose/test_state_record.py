"""A draft of a reply says what the register holds of the State, in six languages alike, with its sources."""

from __future__ import annotations

import re

import pytest
from tests.desk.conftest import CYCLE

from verbale.compose.state_record import EarlierReply, StateRecord, _cited, compose_reply_draft
from verbale.desk.cycle_file import parse_cycle
from verbale.find.annotate import find_annotations
from verbale.find.setting import setting_of
from verbale.lexicon.naming import holding_term
from verbale.lexicon.written import write_state
from verbale.model.annotation import AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.statement import Provenance

EVERY = pytest.mark.parametrize("language", list(Language))
OBSERVED = CYCLE.replace("[calendar]", "[calendar]\nobserved_since = 2017-09-01")
BEFORE = EarlierReply(
    "A/76/9901",
    "2021-05-12",
    Language.EN,
    (
        Node("1", NodeKind.PARAGRAPH, "Our Government signed the Treaty.", (), label="1."),
        Node("1.a", NodeKind.ITEM, "It will ratify it.", (), label="(a)", parent="1"),
        Node("fn.1", NodeKind.FOOTNOTE, "Not carried over.", (), label="1"),
    ),
)


def draft(state: str, language: Language, as_of: str = "2018-02-01", text: str = OBSERVED) -> StateRecord:
    return compose_reply_draft(parse_cycle(text), state, language, as_of, [BEFORE])


def texts(drafted: StateRecord) -> list[str]:
    return [node.text for node in drafted.document.nodes]


def test_a_draft_tells_standing_acts_and_votes() -> None:
    drafted = draft("CUB", Language.EN)
    said = texts(drafted)
    assert said[0].startswith("DRAFT. Not sent.")
    assert "Treaty on the Prohibition of Nuclear Weapons: signature (20 September 2017);" in said
    assert said.count("Treaty on the Prohibition of Nuclear Weapons: ratification (30 January 2018).") == 2
    assert "Resolution 76/53 of 6 December 2021: in favour;" in said
    lists = [said[at] for at in range(len(said) - 1) if said[at].endswith(".") and said[at + 1].endswith(";")]
    assert lists == []
    assert not any("Comprehensive" in text for text in said)


@EVERY
def test_the_six_languages_name_the_same_days_and_treaties(language: Language) -> None:
    def values(one: Language) -> list[tuple[str, str]]:
        document = draft("CUB", one).document
        ours = [node for node in document.nodes if node.kind is NodeKind.ITEM and not node.ref.endswith("1.a")]
        found = find_annotations(ours, setting_of(document))
        kinds = (AnnotationKind.DATE, AnnotationKind.TREATY)
        return sorted((each.ref, str(each.value)) for each in found if each.kind in kinds)

    assert values(language) == values(Language.EN)


@EVERY
def test_every_sentence_of_the_register_has_its_source(language: Language) -> None:
    drafted = draft("CUB", language)
    notes = {node.ref for node in drafted.document.nodes if node.kind is NodeKind.FOOTNOTE}
    items = [node for node in drafted.document.nodes if node.kind is NodeKind.ITEM and node.notes]
    assert {mark.ref for node in items for mark in node.notes} == notes
    tied = {tie.ref: tie for tie in drafted.ties}
    for node in items:
        assert tied[node.ref].text == node.text
        assert tied[node.ref].sources[0].source


def test_earlier_words_are_carried_over_as_they_stand_and_told_apart() -> None:
    drafted = draft("CUB", Language.FR)
    carried = [node for node in drafted.document.nodes if node.text in ("Our Government signed the Treaty.",)]
    assert [node.language for node in carried] == [Language.EN]
    assert any("A/76/9901 (12 mai 2021)" in text for text in texts(drafted))
    assert "Not carried over." not in texts(drafted)
    sources = {tie.text: tie.sources[0] for tie in drafted.ties}
    assert (sources["It will ratify it."].source, sources["It will ratify it."].place) == ("A/76/9901", "1.a")


def test_that_nothing_is_recorded_is_told_and_not_guessed() -> None:
    said = texts(draft("SSD", Language.EN))
    assert any("none recorded" in text for text in said)
    assert not any(text.startswith("Participation in treaties") for text in said)
    assert not any("actions since" in text for text in texts(draft("SSD", Language.EN, text=CYCLE)))


def test_refs_are_unique() -> None:
    refs = [node.ref for node in draft("CUB", Language.RU).document.nodes]
    assert len(refs) == len(set(refs))


@EVERY
def test_notes_are_in_the_language_of_the_draft(language: Language) -> None:
    state = write_state("CUB", language)
    notes = [node for node in draft("CUB", language).document.nodes if node.kind is NodeKind.FOOTNOTE]
    assert notes
    for note in notes:
        assert note.language is None
        assert note.text.endswith("。" if language is Language.ZH else ".")
        if language is not Language.EN:
            assert not re.search(r"\b(?:line \d|of the|Treaty actions|United Nations Treaty Collection)\b", note.text)
    assert any(state in note.text or holding_term("line", language).split("{")[0] in note.text for note in notes)


def test_a_note_whose_title_is_not_known_says_its_language() -> None:
    assert _cited(Provenance("A/RES/77/94", "Cuba"), Language.FR)[1] is Language.EN
    assert _cited(Provenance("nobody/1", "Cuba"), Language.FR) == ("nobody/1, Cuba.", None)
    text, language = _cited(Provenance("untc-2015", "Saint Lucia"), Language.ES)
    assert text.endswith("Colección de Tratados de las Naciones Unidas, Santa Lucía.")
    assert language is None
