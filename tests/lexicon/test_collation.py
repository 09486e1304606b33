"""The order of names: letters before accents, own letters, the Arabic article, Chinese readings."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest

from verbale.lexicon.collation import collation_key, sort_names
from verbale.lexicon.states import states
from verbale.lexicon.tables import read_table, read_words
from verbale.lexicon.written import write_state
from verbale.model.language import Language
from verbale.model.state import StateKind

_HAN = range(0x4E00, 0xA000)


def _members(language: Language) -> list[str]:
    members = (state for state, facts in states().items() if facts.kind is StateKind.MEMBER and not facts.ended)
    return sort_names((write_state(state, language) for state in members), language)


# Each row stands in this order in lists of the United Nations, and code points or bare letters order it otherwise.
@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.EN, ["Costa Rica", "Côte d’Ivoire", "Croatia"]),
        (Language.EN, ["Guinea", "Guinea-Bissau", "Guyana"]),
        (Language.EN, ["Niger", "Nigeria"]),
        (Language.FR, ["Afrique du Sud", "Albanie", "Algérie", "Allemagne"]),
        (Language.FR, ["Égypte", "El Salvador", "Émirats arabes unis", "Équateur", "Érythrée", "Espagne", "Estonie"]),
        (Language.FR, ["Hongrie", "Îles Marshall", "Îles Salomon", "Inde"]),
        (Language.ES, ["Emiratos Árabes Unidos", "Eritrea", "Eslovaquia"]),
        (Language.ES, ["México", "Micronesia (Estados Federados de)", "Mónaco", "Mongolia"]),
        (Language.RU, ["Италия", "Йемен", "Кабо-Верде"]),
        (Language.RU, ["Гвинея", "Гвинея-Бисау", "Германия"]),
        (Language.AR, ["إثيوبيا", "أذربيجان", "الأرجنتين", "الأردن", "أرمينيا", "إريتريا", "إسبانيا", "أستراليا"]),
        (Language.AR, ["أيرلندا", "آيسلندا", "إيطاليا", "بابوا غينيا الجديدة"]),
        (Language.AR, ["باكستان", "البرازيل", "بوروندي"]),
        (Language.AR, ["توغو", "جزر القمر", "الجمهورية العربية السورية", "جمهورية كوريا", "سري لانكا"]),
        (Language.ZH, ["阿尔巴尼亚", "阿富汗", "埃及", "爱尔兰", "安道尔"]),
        (Language.ZH, ["比利时", "秘鲁", "冰岛"]),
        (Language.ZH, ["俄罗斯联邦", "厄瓜多尔", "法国"]),
        (Language.ZH, ["南苏丹", "瑙鲁", "尼泊尔", "尼加拉瓜", "尼日尔", "尼日利亚"]),
        (Language.ZH, ["中非共和国", "中国"]),
    ],
)
def test_members_stand_in_the_order_of_their_language(language: Language, names: list[str]) -> None:
    listed = _members(language)
    assert set(names) <= set(listed)
    assert sorted(names, key=listed.index) == names


def test_all_members_are_listed_once_in_each_language() -> None:
    for language in Language:
        listed = _members(language)
        assert len(listed) == len(set(listed)) == 193
        assert sort_names(reversed(listed), language) == listed


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (Language.EN, ["re-form", "ream", "resume", "résumé", "Résumé", "resumes"]),
        (Language.EN, ["Guinea (a)", "Guinea 1", "Guinea a"]),
        (Language.FR, ["cote", "coté", "côte", "côté", "oeuf", "œuf", "oignon"]),
        (Language.ES, ["nube", "nz", "ña", "oasis"]),
        (Language.RU, ["ёлка", "ель", "иск", "йод", "кот", "abc"]),
        (Language.RU, ["все", "всё", "всего"]),
        (Language.AR, ["أثر", "إذن", "رؤية", "موت", "مؤتمر", "abc"]),
        (Language.ZH, ["(77)", "77国集团", "卢森堡", "鲁", "律", "伦", "中国", "龘", "Alpha"]),
    ],
)
def test_levels_of_the_order(language: Language, texts: list[str]) -> None:
    assert sort_names(reversed(texts), language) == texts


def test_marks_of_print_make_no_difference() -> None:
    for plain, printed in (("Cote d'Ivoire", "Cote d’Ivoire"), ("Guinea-Bissau", "Guinea\u2011Bissau")):
        assert collation_key(plain, Language.FR)[:2] == collation_key(printed, Language.FR)[:2]


def test_the_article_is_passed_over_and_no_other_beginning() -> None:
    assert sort_names(["ألبانيا", "العراق", "اليمن"], Language.AR) == ["ألبانيا", "العراق", "اليمن"]
    assert sort_names(["نيبال", "ال", "النيجر"], Language.AR) == ["ال", "نيبال", "النيجر"]


def test_every_character_of_a_name_has_a_reading() -> None:
    read = {row["character"] for row in read_table("han_readings")}
    names = [
        row["text"]
        for table in ("state_names", "organisation_names", "organisations")
        for row in read_words(table)
        if row["language"] == Language.ZH and row.get("form") != "in_text"
    ]
    assert {char for name in names for char in name if ord(char) in _HAN} <= read


def test_readings_are_read_as_in_names() -> None:
    rows = read_table("han_readings")
    readings = {row["character"]: row["reading"] for row in rows}
    assert len(readings) == len(rows)
    told = {"厄": "è", "圭": "guī", "佛": "fó", "秘": "bì", "大": "dà", "朝": "cháo", "尼": "ní", "葡": "pú"}
    told |= {"塞": "sài", "泊": "bó", "埃": "āi", "拉": "lā", "柬": "jiǎn", "埔": "pǔ", "甸": "diàn", "卡": "kǎ"}
    assert {char: readings[char] for char in told} == told
    for row in rows:
        assert len(row["character"]) == 1
        letters = [one for one in unicodedata.normalize("NFD", row["reading"]) if not unicodedata.combining(one)]
        assert letters
        assert all(one.isascii() and one.isalpha() for one in letters), row
        assert 1 <= int(row["strokes"]) <= 30


def test_keys_order_as_lists_do() -> None:
    for language in Language:
        for before, after in pairwise(_members(language)):
            assert collation_key(before, language) < collation_key(after, language)
