"""What paragraphs speak of, by common words: the same in six languages."""

from __future__ import annotations

import pytest

from verbale.lexicon.subjects import find_subjects
from verbale.model.language import Language

FORESTS = {
    Language.EN: "The forests give water to the villages.",
    Language.FR: "Les forêts donnent de l’eau aux villages.",
    Language.ES: "Los bosques dan agua a las aldeas.",
    Language.RU: "Леса дают деревням воду.",
    Language.ZH: "森林为村庄提供水。",
    Language.AR: "والغابات توفر المياه للقرى.",
}


@pytest.mark.parametrize("language", list(Language))
def test_the_words_tell_what_a_paragraph_speaks_of(language: Language) -> None:
    assert {"forest", "water"} <= find_subjects(FORESTS[language], language)


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [("The seasoned clerk", Language.EN, "sea"), ("Le merveilleux jardin", Language.FR, "sea")],
)
def test_a_short_word_takes_no_long_ending(text: str, language: Language, subject: str) -> None:
    assert subject not in find_subjects(text, language)


def test_other_words_tell_nothing() -> None:
    assert find_subjects("A bench under the lime tree", Language.EN) == frozenset()
