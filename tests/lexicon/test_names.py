"""Names looked up whole: States, languages, months, ordinals, headings."""

from __future__ import annotations

import pytest

from verbale.lexicon.names import find_language_name, find_state, headings
from verbale.lexicon.ordinals import find_ordinal
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

AR, ZH, EN, FR, RU, ES = (Language(code) for code in ("ar", "zh", "en", "fr", "ru", "es"))


@pytest.mark.parametrize(
    ("name", "language", "state"),
    [
        ("Japan", EN, "JPN"),
        ("JAPAN", None, "JPN"),
        ("  the Russian Federation ", EN, "RUS"),
        ("Iran (Islamic Republic of)", EN, "IRN"),
        ("Iran (République islamique d’)", FR, "IRN"),
        ("Irán (República Islámica del)", ES, "IRN"),
        ("Иран (Исламская Республика)", RU, "IRN"),
        ("إيران (جمهورية - الإسلامية)", AR, "IRN"),
        ("伊朗伊斯兰共和国", ZH, "IRN"),
        ("伊朗（伊斯兰共和国）", ZH, "IRN"),
        ("玻利维亚多民族国", ZH, "BOL"),
        ("多民族玻利维亚国", ZH, "BOL"),
        ("l’Albanie", FR, "ALB"),
        ("Albanie (l')", FR, "ALB"),
        ("Türkiye", None, "TUR"),
        ("TÜRKİYE", None, "TUR"),
        ("Turkey", EN, "TUR"),
        ("Côte d'Ivoire", None, "CIV"),
        ("Guinea-Bissau", EN, "GNB"),
        ("غينيا-بيساو", AR, "GNB"),
        ("غينيا - بيساو", AR, "GNB"),
        ("Guinea", EN, "GIN"),
        ("Swaziland", EN, "SWZ"),
        ("the former Yugoslav Republic of Macedonia", EN, "MKD"),
        ("Zaire", EN, "COD"),
        ("Российской Федерации", RU, "RUS"),
        ("Кубой", RU, "CUB"),
        ("Польшей", RU, "POL"),
        ("Папуа — Новая Гвинея", RU, "PNG"),
        ("European Union", EN, "EUE"),
        ("Union of Soviet Socialist Republics", EN, "SUN"),
        ("中 国", ZH, "CHN"),
        ("Japanese", EN, None),
        ("Japan and Cuba", EN, None),
        ("Japon", EN, None),
        ("Korea", EN, None),
        ("", None, None),
    ],
)
def test_find_state(name: str, language: Language | None, state: str | None) -> None:
    assert find_state(name, language) == state


def test_every_short_name_finds_its_state() -> None:
    for row in read_words("state_names"):
        if row["form"] in ("short", "formal", "former"):
            assert find_state(row["text"], Language(row["language"])) == row["state"], row


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("French", EN, "fr"),
        ("français", FR, "fr"),
        ("francés", ES, "fr"),
        ("французском", RU, "fr"),
        ("на французском языке", RU, "fr"),
        ("بالفرنسية", AR, "fr"),
        ("الفرنسية", AR, "fr"),
        ("法文", ZH, "fr"),
        ("西班牙文", None, "es"),
        ("German", EN, "de"),
        ("Klingon", EN, None),
    ],
)
def test_find_language_name(text: str, language: Language | None, code: str | None) -> None:
    assert find_language_name(text, language) == code


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Sixty-fifth", EN, 65),
        ("ONE HUNDRED AND TWELFTH", EN, 112),
        ("Soixante-dix-septième", FR, 77),
        ("Soixante et onzième", FR, 71),
        ("quatre-vingtième", FR, 80),
        ("première", FR, 1),
        ("Septuagésimo séptimo", ES, 77),
        ("decimotercera", ES, 13),
        ("Семьдесят седьмая", RU, 77),
        ("семьдесят седьмой", RU, 77),
        ("сороковую", RU, 40),
        ("третьей", RU, 3),
        ("السابعة والسبعون", AR, 77),
        ("السابعة والسبعين", AR, 77),
        ("الحادية والثمانين", AR, 81),
        ("الأولى", AR, 1),
        ("第七十七届", ZH, 77),
        ("第一百一十", ZH, 110),
        ("45th", EN, 45),
        ("45e", FR, 45),
        ("45ª", ES, 45),
        ("45-е", RU, 45),
        ("第45次", ZH, 45),
        ("session", EN, None),
        ("forty-five", EN, None),
    ],
)
def test_find_ordinal(text: str, language: Language, value: int | None) -> None:
    assert find_ordinal(text, language) == value


def test_headings() -> None:
    assert "Recalling" in headings("preamble_opener", EN)
    assert "重申" in headings("preamble_opener", ZH)
    assert headings("no_such_key", EN) == frozenset()
