"""What kind of letter is proposed, in which languages it is, for whom it speaks, and what it answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.desk.test_intake import letter

from verbale.app.reading import read_source
from verbale.desk.cycle import Cycle
from verbale.desk.intake import Envelope, Proposal, propose

SUBSTANCE = (
    "In 2021 Cambodia closed two stores of sealed sources, trained nine inspectors and gave the regional centre "
    "the records of all its transfers, as paragraph 3 of resolution 76/53 asks of every State."
)
LONG = " ".join([SUBSTANCE] * 6)


def proposal(text: str, cycle: Cycle, **envelope: object) -> Proposal:
    return propose(read_source(text.encode(), "letter.txt", "reply"), cycle, envelope=Envelope(**envelope))  # type: ignore[arg-type]


def kinds(found: Proposal) -> list[str]:
    return [each.value for each in found.kinds]


def reasons(found: Proposal) -> list[str]:
    return [alarm.reason for alarm in found.alarms]


@pytest.mark.parametrize(
    ("words", "kind", "sure"),
    [
        ("Cambodia wishes to withdraw its reply of 9 May 2022 on resolution 76/53.", "withdrawal", False),
        ("Cambodia has nothing to report under resolution 76/53.", "nil", True),
        ("On resolution 76/53 Cambodia requests an extension of the deadline.", "more-time", False),
        ("This letter replaces our letter of 2 May 2022 on resolution 76/53.", "corrected", True),
    ],
)
def test_a_short_letter_is_of_the_kind_that_it_says(words: str, kind: str, sure: bool, cycle: Cycle) -> None:
    found = proposal(letter(words), cycle)
    assert kinds(found) == [kind, "reply"]
    assert [each.sure for each in found.kinds] == [sure, False]
    assert found.kinds[0].reason.startswith("it says “")
    assert found.kinds[0].refs
    assert any(f"it may be a letter of the kind {kind}: it says" in each for each in reasons(found)) is not sure


@pytest.mark.parametrize(
    "words",
    [
        "Cambodia has nothing to report under resolution 76/53.",
        "On resolution 76/53 Cambodia requests an extension of the deadline.",
        "Cambodia wishes to withdraw its reply of 9 May 2022 on resolution 76/53.",
    ],
)
def test_a_long_letter_is_a_reply_whatever_it_says_on_the_way(words: str, cycle: Cycle) -> None:
    found = proposal(letter(words, LONG), cycle)
    assert kinds(found) == ["reply"]
    assert found.kinds[0].sure


def test_a_letter_that_says_nothing_beyond_its_substance_is_a_reply(cycle: Cycle) -> None:
    assert kinds(proposal(letter(SUBSTANCE, "Cambodia has nothing further to report."), cycle))[0] == "reply"


def test_what_cancels_and_replaces_is_a_correction_where_it_goes_on(cycle: Cycle) -> None:
    words = "Cambodia wishes to withdraw its reply of 2 May 2022; this letter replaces our letter of 2 May 2022."
    assert kinds(proposal(letter(words, SUBSTANCE), cycle)) == ["corrected", "reply"]


def test_what_names_nothing_and_is_short_is_perhaps_no_reply(cycle: Cycle) -> None:
    text = "Permanent Mission of Cambodia to the United Nations\n\nPlease find the list of our delegation.\n"
    found = proposal(text, cycle)
    assert kinds(found) == ["none", "reply"]
    assert "it is short, and names neither a mandate nor the note verbale" in found.kinds[0].reason
    named = text.replace("delegation", "delegation under resolution 76/53")
    assert kinds(proposal(named, cycle)) == ["reply"]
    assert kinds(proposal(text.replace("list", "list " * 121), cycle)) == ["reply"]


def test_the_message_says_what_its_letter_is(cycle: Cycle) -> None:
    found = proposal(letter(SUBSTANCE), cycle, words="Please find attached the signed original of our reply.")
    assert kinds(found) == ["signed-copy", "reply"]
    assert found.kinds[0].reason.endswith(", in the message that brought it")
    assert found.kinds[0].refs == ()
    assert kinds(proposal(letter(SUBSTANCE), cycle, words="Cambodia has nothing to report.")) == ["reply"]


FRENCH = (
    "En 2021, le Cambodge a fermé deux entrepôts de sources scellées, formé neuf inspecteurs et remis au centre "
    "régional les registres de tous ses transferts, comme le demande le paragraphe 3 de la résolution 76/53."
)


def test_a_letter_in_two_languages_is_cut_into_its_runs(cycle: Cycle) -> None:
    found = proposal(letter(SUBSTANCE, FRENCH), cycle)
    assert [each.value for each in found.languages] == ["en", "fr"]
    assert [run.language for run in found.runs] == ["en", "fr"]
    assert sorted(ref for run in found.runs for ref in run.refs) == sorted(found.reproduced)
    assert not any(run.marked for run in found.runs)
    assert found.own_refs == found.reproduced
    assert "the letter is written in 2 languages, en and fr: see which is the original" in reasons(found)


def test_a_letter_that_calls_its_second_half_a_translation_says_which_is_the_original(cycle: Cycle) -> None:
    found = proposal(letter(SUBSTANCE, "Unofficial translation", FRENCH), cycle)
    assert [(run.language, run.marked) for run in found.runs] == [("en", False), ("fr", True)]
    assert [(each.value, each.sure) for each in found.languages] == [("en", True), ("fr", False)]
    assert found.own_refs == found.runs[0].refs
    assert not any("languages" in each for each in reasons(found))


def test_mixed_paragraphs_are_no_runs_and_one_quoted_line_is_no_language(cycle: Cycle) -> None:
    mixed = proposal(letter(SUBSTANCE, FRENCH, SUBSTANCE, FRENCH), cycle)
    assert [each.value for each in mixed.languages] == ["en", "fr"]
    assert mixed.runs == ()
    quoted = proposal(letter(LONG, FRENCH), cycle)
    assert [(each.value, each.sure) for each in quoted.languages] == [("en", True)]
    assert quoted.runs == ()


def test_a_letter_in_no_official_language_is_printed_in_translation(cycle: Cycle) -> None:
    german = "Deutschland hat im Jahr 2021 zwei Lager geschlossen und neun Inspektoren für die Umsetzung ausgebildet. "
    found = proposal(german * 3 + "\n", cycle)
    assert [each.value for each in found.languages] == ["de"]
    assert "the letter is in no official language (de): it is printed in translation" in reasons(found)


def test_a_letter_on_behalf_of_a_group_names_it(cycle: Cycle) -> None:
    words = "I have the honour to write on behalf of the Movement of Non-Aligned Countries on resolution 76/53."
    found = proposal(letter(words, SUBSTANCE), cycle)
    assert found.group == "NAM"
    assert "it speaks on behalf of a group (NAM): see who is meant" in reasons(found)
    assert proposal(letter(SUBSTANCE), cycle).group == ""


def test_the_note_verbale_names_what_it_asked_about(cycle: Cycle) -> None:
    found = proposal(letter("1. Cambodia closed two stores of sealed sources and trained nine inspectors."), cycle)
    (answered,) = found.addresses
    assert (answered.value, answered.sure) == ("A/RES/76/53", True)
    assert answered.reason == "asked by the note verbale of 2022-01-28, which it answers"
    assert found.alarms == ()


def test_the_message_names_what_the_letter_does_not(cycle: Cycle) -> None:
    text = "Permanent Mission of Cambodia to the United Nations\n\nCambodia closed two stores of sealed sources.\n"
    subject = proposal(text, cycle, subject="Reply on resolution 76/46")
    assert [(each.value, each.refs) for each in subject.addresses] == [("A/RES/76/46", ())]
    message = proposal(text, cycle, words="Attached is our reply on resolution 76/46.")
    assert [(each.value, each.reason) for each in message.addresses] == [
        ("A/RES/76/46", "named in the message that brought it")
    ]
    beside = proposal(text, cycle, words="Attached is our reply on resolution 76/46.", alone=False)
    assert [each.reason for each in beside.addresses] == ["assumed: asked by the note verbale"]


def test_a_title_in_quotation_marks_names_its_resolution(cycle: Cycle) -> None:
    titles = {"A/RES/76/53": ("Sealed sources",), "A/RES/76/46": ("Nuclear disarmament and the records of stores",)}

    def answers(words: str) -> list[str]:
        found = propose(read_source(letter(words).encode(), "letter.txt", "reply"), cycle, titles)
        return [each.value for each in found.addresses if each.reason.startswith("named in")]

    assert answers('Cambodia answers the request on "Sealed sources" as follows.') == ["A/RES/76/53"]
    assert answers("Cambodia closed two stores of sealed sources last year.") == []
    assert answers("Cambodia speaks on nuclear disarmament and the records of stores.") == ["A/RES/76/46"]
    assert answers("Sealed sources\n\nCambodia closed two stores.") == ["A/RES/76/53"]


def test_what_is_only_cited_is_told_apart(cycle: Cycle) -> None:
    text = letter("1. Pursuant to resolution 76/53, Cambodia has acted.", "2. It recalls resolution 76/46 as well.")
    found = proposal(text, cycle)
    assert [each.value for each in found.addresses] == ["A/RES/76/53"]
    assert reasons(found) == ["A/RES/76/46 is cited too, and was not taken for a resolution answered"]


def test_where_the_note_asks_about_two_mandates_nothing_is_certain_by_itself(cycle: Cycle) -> None:
    two = replace(cycle, mandates=tuple(replace(mandate, called=True) for mandate in cycle.mandates))
    text = "Permanent Mission of Cambodia to the United Nations\n\nCambodia closed two stores of sealed sources.\n"
    assert [(each.value, each.sure) for each in proposal(text, two).addresses] == [
        ("A/RES/76/53", False),
        ("A/RES/76/46", False),
    ]
    assert [each.sure for each in proposal(text, cycle).addresses] == [True]


def test_a_text_that_calls_itself_provisional_is_an_alarm(cycle: Cycle) -> None:
    found = proposal(letter("Provisional text", SUBSTANCE), cycle)
    assert [each for each in reasons(found) if "provisional" in each] == [
        "“Provisional text”: the State calls its text provisional"
    ]


def test_a_letter_that_speaks_of_another_day_may_be_about_another_letter(cycle: Cycle) -> None:
    opening = "Further to its communication of 3 March 2022, Cambodia adds what follows on resolution 76/53."
    text = (
        f"Permanent Mission of Cambodia to the United Nations\n\n{opening}\n\n1. {SUBSTANCE}\n\nNew York, 9 May 2022\n"
    )
    found = proposal(text, cycle)
    assert any("its opening speaks of 2022-03-03" in each for each in reasons(found))
    assert not any(
        "its opening speaks" in each for each in reasons(proposal(text.replace("March 2022", "March 2019"), cycle))
    )


def test_a_letter_that_says_little_is_looked_at(cycle: Cycle) -> None:
    text = "Permanent Mission of Cambodia to the United Nations\n\nCambodia supports resolution 76/53.\n\n9 May 2022\n"
    little = "it says hardly more than its opening: see whether it is a reply"
    assert little in reasons(proposal(text, cycle))
    assert little not in reasons(proposal(letter(SUBSTANCE, SUBSTANCE), cycle))
