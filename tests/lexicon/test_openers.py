"""What paragraphs do, by the verbs that open them: the same in six languages."""

from __future__ import annotations

import pytest

from verbale.lexicon.openers import find_opener_meanings
from verbale.model.language import Language


@pytest.mark.parametrize(
    ("language", "text", "meaning"),
    [
        (Language.EN, "Recalling its earlier decision on the matter,", "recall"),
        (Language.FR, "Rappelant sa décision antérieure sur la question,", "recall"),
        (Language.ES, "Recordando su decisión anterior sobre la cuestión,", "recall"),
        (Language.RU, "ссылаясь на свое прежнее решение по этому вопросу,", "recall"),
        (Language.ZH, "回顾其先前就此事项作出的决定，", "recall"),
        (Language.AR, "وإذ تشير إلى مقررها السابق بشأن المسألة،", "recall"),
        (Language.FR, "Profondément préoccupée par la sécheresse,", "concern"),
        (Language.FR, "Consciente du rôle des communes,", "recognize"),
        (Language.FR, "Consciente du rôle des communes,", "aware"),
    ],
)
def test_the_verb_tells_what_a_paragraph_does(language: Language, text: str, meaning: str) -> None:
    assert meaning in find_opener_meanings(text, language)


def test_only_the_opening_is_read() -> None:
    text = "The small towns of the coast and of the hills behind it, recalling the flood,"
    assert find_opener_meanings(text, Language.EN) == frozenset()


def test_a_verb_within_a_word_is_none() -> None:
    assert find_opener_meanings("Outstressed villages", Language.EN) == frozenset()
