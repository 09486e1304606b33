"""The words of requests, and sessions by their ordinals."""

from __future__ import annotations

import pytest

from verbale.lexicon.folding import fold
from verbale.lexicon.requesting import addressee_names, request_words
from verbale.lexicon.sessions import find_sessions
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.mandate import Asked

TABLES = ("request_verbs", "request_addressees", "request_objects", "request_words", "request_rhythms")


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_its_words(language: Language) -> None:
    words = request_words(language)
    assert {asked.value for asked in Asked} - {"other"} <= set(words.objects)
    assert {"that", "annual", "biennial", "next-session"} <= set(words.rhythms)
    assert {"requests", "invites", "calls upon", "encourages", "urges", "decides"} <= {
        verb for verb, _ in words.verb_of.values()
    }
    assert set(words.addressee_of.values()) == set(addressee_names())


def test_a_verb_means_one_thing() -> None:
    rows = [(row["language"], fold(row["text"])) for row in read_words("request_verbs")]
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "at its seventy-seventh and seventy-eighth sessions", [77, 78]),
        ("en", "for the seventy-seventh time", []),
        ("fr", "à ses soixante-dix-septième et soixante-dix-huitième sessions", [77, 78]),
        ("fr", "à sa soixante- dix-septième session", [77]),
        ("es", "en sus períodos de sesiones septuagésimo séptimo y septuagésimo octavo", [77, 78]),
        ("es", "en su septuagésimo séptimo período de sesiones", [77]),
        ("ru", "на ее семьдесят седьмой и семьдесят восьмой сессиях", [77, 78]),
        ("ar", "في دورتيها السابعة والسبعين والثامنة والسبعين", [77, 78]),
        ("zh", "第七十七和七十八届会议", [77, 78]),
        ("zh", "第77届会议", [77]),
        ("zh", "第七十七段", []),
    ],
)
def test_sessions_are_read_by_their_ordinals(language: str, text: str, numbers: list[int]) -> None:
    assert [each.number for each in find_sessions(fold(text), Language(language))] == numbers
