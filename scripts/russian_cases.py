"""Russian case forms of the names of States: the grammar behind ``import_states.py``.

A name is taken as adjectives and nouns in front of a part that does not change. Nothing is guessed from a dictionary:
the endings decide, and names that do not follow them are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")
Forms = tuple[str, str, str, str, str]

HARD_ADJECTIVE_FEMININE = ("ой", "ой", "ую", "ой", "ой")
HARD_ADJECTIVE_MASCULINE = ("ого", "ому", "", "ым", "ом")
HARD_ADJECTIVE_PLURAL = ("ых", "ым", "", "ыми", "ых")
INDECLINABLE = frozenset(
    [
        "Антигуа",
        "Бангладеш",
        "Буркина-Фасо",
        "Бурунди",
        "Вануату",
        "Гаити",
        "Джибути",
        "Зимбабве",
        "Кабо-Верде",
        "Кирибати",
        "Конго",
        "Лесото",
        "Малави",
        "Мали",
        "Марокко",
        "Монако",
        "Науру",
        "Никарагуа",
        "Ниуэ",
        "Палау",
        "Папуа",
        "Перу",
        "Принсипи",
        "Самоа",
        "Сан-Марино",
        "Сан-Томе",
        "Сомали",
        "Сьерра-Леоне",
        "Тимор-Лешти",
        "Тобаго",
        "Того",
        "Тонга",
        "Тувалу",
        "Фиджи",
        "Чили",
        "Эсватини",
    ]
)
# Nouns whose inner vowel falls out or whose first half is declined too.
IRREGULAR: dict[str, Forms] = {
    "Египет": ("Египта", "Египту", "Египет", "Египтом", "Египте"),
    "Гвинея-Бисау": ("Гвинеи-Бисау", "Гвинее-Бисау", "Гвинею-Бисау", "Гвинеей-Бисау", "Гвинее-Бисау"),
    "Престол": ("Престола", "Престолу", "Престол", "Престолом", "Престоле"),
}
FEMININE_SOFT = frozenset({"Беларусь"})
PLURAL: dict[str, Forms] = {
    "Нидерланды": ("Нидерландов", "Нидерландам", "Нидерланды", "Нидерландами", "Нидерландах"),
    "Филиппины": ("Филиппин", "Филиппинам", "Филиппины", "Филиппинами", "Филиппинах"),
    "Гренадины": ("Гренадин", "Гренадинам", "Гренадины", "Гренадинами", "Гренадинах"),
    "Острова": ("Островов", "Островам", "Острова", "Островами", "Островах"),
    "Штаты": ("Штатов", "Штатам", "Штаты", "Штатами", "Штатах"),
    "Эмираты": ("Эмиратов", "Эмиратам", "Эмираты", "Эмиратами", "Эмиратах"),
    "Мальдивы": ("Мальдив", "Мальдивам", "Мальдивы", "Мальдивами", "Мальдивах"),
}
_VELAR = "гкх"
_HUSHING = "жшчщ"


def decline(name: str) -> Forms:
    """The five oblique cases of a name, in the order of ``CASES``."""
    bracketed = re.fullmatch(r"(.+?) \((.+)\)", name)
    if bracketed:
        outer, inner = decline(bracketed[1]), decline(bracketed[2])
        return _five(f"{a} ({b})" for a, b in zip(outer, inner, strict=True))
    if " и " in name and not name.startswith(("Соединенное", "Республика", "Демократическая")):
        first, second = name.split(" и ", 1)
        return _five(f"{a} и {b}" for a, b in zip(decline(first), decline(second), strict=True))
    if " — " in name and name.startswith("Папуа"):
        return _five(f"Папуа — {form}" for form in decline(name.split(" — ", 1)[1]))
    return _decline_phrase(name)


def _decline_phrase(name: str) -> Forms:
    """Words up to and with the head are declined, the others kept."""
    words = name.split(" ")
    head = next((i for i, word in enumerate(words) if not _is_adjective(word)), len(words) - 1)
    gender = _gender(words[head])
    declined = [_decline_adjective(word, gender) for word in words[:head]] + [_decline_noun(words[head])]
    rest = words[head + 1 :]
    return _five(" ".join([*(forms[case] for forms in declined), *rest]) for case in range(len(CASES)))


def _is_adjective(word: str) -> bool:
    endings = ("ая", "кое", "ное", "мое", "ый", "ые", "кий", "кие", "жный", "овы", "той")
    return word.endswith(endings) and len(word) > 4


def _gender(noun: str) -> str:
    if noun in PLURAL:
        return "plural"
    if noun.endswith(("а", "я")) or noun in FEMININE_SOFT:
        return "feminine"
    return "neuter" if noun.endswith(("о", "е")) else "masculine"


def _decline_adjective(word: str, gender: str) -> Forms:
    if "-" in word and not word.endswith("-Демократическая"):
        first, second = word.rsplit("-", 1)
        return _five(f"{first}-{form}" for form in _decline_adjective(second, gender))
    if gender == "plural" and word.endswith("овы"):
        stem = word[:-1]
        return (stem + "ых", stem + "ым", word, stem + "ыми", stem + "ых")
    stem = word[:-2]
    soft = stem[-1] in _VELAR + _HUSHING
    if gender == "feminine":
        return _five(stem + ending for ending in HARD_ADJECTIVE_FEMININE)
    endings = HARD_ADJECTIVE_PLURAL if gender == "plural" else HARD_ADJECTIVE_MASCULINE
    forms = [stem + (ending.replace("ы", "и") if soft else ending) for ending in endings]
    forms[CASES.index("accusative")] = word
    return _five(forms)


def _decline_noun(word: str) -> Forms:
    if word in PLURAL or word in IRREGULAR:
        return PLURAL[word] if word in PLURAL else IRREGULAR[word]
    if word in INDECLINABLE:
        return (word,) * 5
    stem, end = word[:-1], word[-1]
    if word.endswith("ия"):
        return (stem + "и", stem + "и", stem + "ю", stem + "ей", stem + "и")
    if end == "я":
        return (stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е")
    if end == "а":
        genitive, instrumental = "и" if stem[-1] in _VELAR + _HUSHING else "ы", "ей" if stem[-1] in _HUSHING else "ой"
        return (stem + genitive, stem + "е", stem + "у", stem + instrumental, stem + "е")
    if word in FEMININE_SOFT:
        return (stem + "и", stem + "и", word, stem + "ью", stem + "и")
    if end == "ь":
        return (stem + "я", stem + "ю", word, stem + "ем", stem + "е")
    if end == "й":
        return (stem + "я", stem + "ю", word, stem + "ем", stem + ("и" if stem[-1] == "и" else "е"))
    if word.endswith("ство") or end == "о":
        return (stem + "а", stem + "у", word, stem + "ом", stem + "е")
    return (word + "а", word + "у", word, word + "ом", word + "е")


def _five(forms: Iterable[str]) -> Forms:
    first, second, third, fourth, fifth = forms
    return (first, second, third, fourth, fifth)
