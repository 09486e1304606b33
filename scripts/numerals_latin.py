"""English, French and Spanish numerals from 0 to 199."""

from __future__ import annotations

from collections.abc import Iterator

Word = tuple[str, str, str]

EN_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
EN_ORDINAL = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
FR_SMALL = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
FR_TENS = ["_", "_", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]
ES_SMALL = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
ES_TENS = ["_", "_", "_", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
ES_ORDINAL_UNITS = ["_", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno"]
ES_ORDINAL_TENS = [
    "_",
    "décimo",
    "vigésimo",
    "trigésimo",
    "cuadragésimo",
    "quincuagésimo",
    "sexagésimo",
    "septuagésimo",
    "octogésimo",
    "nonagésimo",
]
# The teens are also written as one word, without the accent of the first part.
ES_JOINED_TENS = {"décimo": "decimo", "vigésimo": "vigesimo"}


def english_cardinal(value: int) -> str:
    if value < 20:
        return EN_SMALL[value]
    if value < 100:
        tens, units = divmod(value, 10)
        return EN_TENS[tens] + (f"-{EN_SMALL[units]}" if units else "")
    rest = value - 100
    return "one hundred" + (f" and {english_cardinal(rest)}" if rest else "")


def english(value: int) -> Iterator[Word]:
    cardinal = english_cardinal(value)
    yield ("cardinal", "plain", cardinal)
    if not value:
        return
    cut = max(cardinal.rfind(" "), cardinal.rfind("-")) + 1
    start, last = cardinal[:cut], cardinal[cut:]
    ordinal = EN_ORDINAL.get(last) or ("twelfth" if last == "twelve" else "")
    ordinal = ordinal or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    yield ("ordinal", "plain", start + ordinal)
    if value > 100:
        yield ("ordinal", "plain", (start + ordinal).replace(" and ", " "))


def french_cardinal(value: int) -> str:
    if value < 20:
        return FR_SMALL[value]
    if value >= 100:
        rest = value - 100
        return "cent" + (f" {french_cardinal(rest)}" if rest else "")
    tens = value // 10
    rest = value - (tens - (tens in (7, 9))) * 10
    if value == 80:
        return "quatre-vingts"
    if not rest:
        return FR_TENS[tens]
    joint = " et " if rest in (1, 11) and tens < 8 else "-"
    return FR_TENS[tens] + joint + FR_SMALL[rest]


def french_ordinal(cardinal: str) -> str:
    if cardinal.endswith("cinq"):
        return cardinal + "uième"
    if cardinal.endswith("neuf"):
        return cardinal[:-1] + "vième"
    if cardinal.endswith("quatre-vingts"):
        return cardinal[:-1] + "ième"
    return (cardinal[:-1] if cardinal.endswith("e") else cardinal) + "ième"


def french(value: int) -> Iterator[Word]:
    cardinal = french_cardinal(value)
    spellings = {cardinal, cardinal.replace(" et ", "-et-").replace(" ", "-")}
    for spelling in spellings:
        yield ("cardinal", "plain", spelling)
        if value > 1:
            yield ("ordinal", "plain", french_ordinal(spelling))
    if value == 1:
        yield from (("cardinal", "feminine", "une"), ("ordinal", "masculine", "premier"))
        yield ("ordinal", "feminine", "première")
    if value == 2:
        yield from (("ordinal", "masculine", "second"), ("ordinal", "feminine", "seconde"))


def spanish_cardinal(value: int) -> str:
    if value < 30:
        return ES_SMALL[value]
    if value < 100:
        tens, units = divmod(value, 10)
        return ES_TENS[tens] + (f" y {ES_SMALL[units]}" if units else "")
    return "cien" if value == 100 else f"ciento {spanish_cardinal(value - 100)}"


def spanish_ordinals(value: int) -> Iterator[str]:
    """Masculine forms."""
    if value >= 100:
        rest = value - 100
        yield from (f"centésimo {form}" for form in spanish_ordinals(rest)) if rest else ("centésimo",)
        return
    tens, units = divmod(value, 10)
    unit = ES_ORDINAL_UNITS[units] if units else ""
    if not tens or not units:
        yield unit or ES_ORDINAL_TENS[tens]
        return
    yield f"{ES_ORDINAL_TENS[tens]} {unit}"
    joined = ES_JOINED_TENS.get(ES_ORDINAL_TENS[tens])
    if joined:
        yield joined + unit
    if value in (11, 12):
        yield {11: "undécimo", 12: "duodécimo"}[value]


def spanish_feminine(masculine: str) -> str:
    return " ".join(word[:-1] + "a" if word.endswith("o") else word for word in masculine.split(" "))


def spanish(value: int) -> Iterator[Word]:
    cardinal = spanish_cardinal(value)
    yield ("cardinal", "masculine", cardinal)
    if cardinal.endswith("uno"):
        yield ("cardinal", "feminine", cardinal[:-1] + "a")
        yield ("cardinal", "before_noun", "veintiún" if cardinal.endswith("veintiuno") else cardinal[:-1])
    for ordinal in spanish_ordinals(value) if value else ():
        yield ("ordinal", "masculine", ordinal)
        yield ("ordinal", "feminine", spanish_feminine(ordinal))
        if ordinal.endswith(("primero", "tercero")):
            yield ("ordinal", "before_noun", ordinal[:-1])
        if ordinal.endswith("séptimo"):
            yield ("ordinal", "masculine", ordinal.replace("séptimo", "sétimo"))
            yield ("ordinal", "feminine", spanish_feminine(ordinal.replace("séptimo", "sétimo")))
