"""A page whose words are mostly none that any page has is doubtful; short, listed and foreign-looking ones are not."""

from __future__ import annotations

import pytest

from verbale.lexicon.common_words import are_doubtful

_PROSE = {
    "en": "The Government of the State has noted that the report of the Secretary-General is with the Committee. ",
    "fr": "Le Gouvernement de cet État note que le rapport est soumis à la Commission pour examen. ",
    "ru": "Правительство этой страны отмечает, что доклад представлен на рассмотрение Комитета и что он принят. ",
    "ar": "تحيط حكومة هذه الدولة علما بأن التقرير قد عرض على اللجنة للنظر فيه من دون تصويت في هذا العام. ",
    "zh": "该国政府注意到秘书长的报告已提交给委员会审议，并对此表示赞赏。",
}


@pytest.mark.parametrize("language", sorted(_PROSE))
def test_prose_is_not_doubtful(language: str) -> None:
    assert not are_doubtful(10 * _PROSE[language])


@pytest.mark.parametrize("language", ["en", "fr", "ru", "zh"])
def test_letters_that_stand_for_others_are_doubtful(language: str) -> None:
    shifted = "".join(chr(ord(char) + 3) if char.isalpha() else char for char in 10 * _PROSE[language].lower())
    assert are_doubtful(shifted)


def test_arabic_words_that_fell_apart_are_doubtful() -> None:
    assert are_doubtful(10 * _PROSE["ar"].replace("ل", " ").replace("ي", " "))


def test_a_few_words_say_nothing() -> None:
    assert not are_doubtful("Wkh Jryhuqphqw ri wkh Vwdwh")


def test_designations_with_figures_are_no_single_letters() -> None:
    assert not are_doubtful("May 8, 2024 at 09:45 the flight C-130 of 18,500 feet was seen. " * 20)
