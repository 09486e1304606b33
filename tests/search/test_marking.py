"""Words and phrases are marked in the folded form of a text as in the text cut into words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.search.units import TEXTS

from verbale.lexicon.states import state_names
from verbale.lexicon.tables import read_words
from verbale.lexicon.treaties import treaty_names
from verbale.model.language import Language
from verbale.search.marking import PhraseMarker, WordMarker, folded_bytes, page_of
from verbale.search.tokens import WORD, exact_form, is_han, stems_asked

SAMPLES = Path(__file__).parents[1] / "samples"
FOLDED = [language for language in Language if language is not Language.ZH]
ODD = [
    "try tried trying lying lie lies dying die dies dye ties tying tie sky skies use using 19 1990s 2nd km² ªº",
    "déjà cœur œuvre Straße ﬁn naïve façade façades veces vez peces",
    "отец отцов отца ребёнка ребенка сроки срок звонок звонки Ёлка",
    "الدوليّة تستلزم استلزم وللأسلحة بالوسائل التدابير تدبير العـــدل ١٩٩٥",
    "معاهدة وNPT وبالعدل",
    "under_scored soft\u00adhyphen joi\u200dner com\u0301bining non‑breaking ‘quoted’ “twice” (in)brackets end.",
    "A word. A word! word",
    " ",
    "",
]


@cache
def texts(language: Language) -> tuple[str, ...]:
    names = [*(name.text for name in state_names(language)), *(name.text for name in treaty_names(language))]
    forms = [row["text"] for row in read_words("word_forms") if row["language"] == language]
    samples = [
        path.read_text(encoding="utf-8", errors="replace")[:1_500] for path in sorted(SAMPLES.rglob("*.txt"))[::6]
    ]
    return (*ODD, TEXTS[language], "; ".join(names[::9]), ", ".join(forms), *samples)


def words(language: Language) -> Iterator[str]:
    """A hundred different words of the texts."""
    seen = dict.fromkeys(word for text in texts(language) for match in WORD.finditer(text) if (word := match.group()))
    exact = [word for word in seen if exact_form(word) and not is_han(word)]
    yield from exact[:: max(1, len(exact) // 100)]


@pytest.mark.parametrize("language", FOLDED)
def test_words_are_marked_alike_in_folded_texts(language: Language) -> None:
    folded = {text: folded_bytes(text, page_of(language)) for text in texts(language)}
    assert sum(one is not None for one in folded.values()) > len(ODD) // 2
    for word in words(language):
        exact = exact_form(word)
        for stems in ((), stems_asked(exact, language), stems_asked(exact, None)):
            marker = WordMarker({exact}, stems, language)
            for text, one in folded.items():
                if one is not None:
                    quick = marker.places(text, one)
                    slow = marker.places(text, None)
                    assert sorted(set(quick)) == sorted(slow), (word, stems)


@pytest.mark.parametrize("language", FOLDED)
def test_phrases_are_marked_alike_in_folded_texts(language: Language) -> None:
    marked = 0
    for text in texts(language):
        folded = folded_bytes(text, page_of(language))
        if folded is None:
            continue
        cut = [word for match in WORD.finditer(text) if (word := exact_form(match.group()))]
        for at in range(0, len(cut) - 2, max(1, len(cut) // 60)):
            phrase = PhraseMarker(cut[at : at + 3], language)
            places = phrase.places(text, folded)
            assert places == phrase.places(text, None), cut[at : at + 3]
            marked += len(places)
    assert marked


def test_what_folds_to_several_characters_has_no_folded_form() -> None:
    assert folded_bytes("Straße", "cp1252") is None
    assert folded_bytes("soft\u00adhyphen", "cp1252") is None
    assert folded_bytes("核武器", "cp1252") is None
    assert folded_bytes("non‑breaking 50 %", "cp1252") == b" non breaking 50   "
    assert folded_bytes("Déjà Vu", "cp1252") == b" deja vu "
    assert folded_bytes("Ёлка", "cp1251") == " елка ".encode("cp1251")
