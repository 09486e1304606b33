"""The words of English, French and Spanish numbers."""

from __future__ import annotations

from collections.abc import Iterator

Word = tuple[int, str, str, str]

EN_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
EN_SMALL = EN_WORDS.split(" ")
EN_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
EN_GREAT = {100: "hundred", 1000: "thousand", 1_000_000: "million"}
EN_ORDINAL = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
FR_WORDS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
FR_SMALL = FR_WORDS.split(" ")
FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
FR_REGIONAL = {70: "septante", 80: "octante", 90: "nonante"}
FR_GREAT = {100: "cent", 1000: "mille", 1_000_000: "million"}
ES_WORDS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
ES_SMALL = ES_WORDS.split(" ")
ES_TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"}
ES_HUNDREDS = {
    200: "doscient", 300: "trescient", 400: "cuatrocient", 500: "quinient", 600: "seiscient", 700: "setecient",
    800: "ochocient", 900: "novecient",
}  # fmt: skip
ES_ORDINAL_ONES = {
    1: ("primero",), 2: ("segundo",), 3: ("tercero",), 4: ("cuarto",), 5: ("quinto",), 6: ("sexto",),
    7: ("séptimo", "sétimo"), 8: ("octavo",), 9: ("noveno", "nono"),
}  # fmt: skip
# octagésimo is printed here and there for octogésimo
ES_ORDINAL_TENS = {
    10: ("décimo",), 20: ("vigésimo",), 30: ("trigésimo",), 40: ("cuadragésimo",), 50: ("quincuagésimo",),
    60: ("sexagésimo",), 70: ("septuagésimo",), 80: ("octogésimo", "octagésimo"), 90: ("nonagésimo",),
}  # fmt: skip
ES_ORDINAL_GREAT = {
    100: "centésimo", 200: "ducentésimo", 300: "tricentésimo", 400: "cuadringentésimo", 500: "quingentésimo",
    600: "sexcentésimo", 700: "septingentésimo", 800: "octingentésimo", 900: "noningentésimo", 1000: "milésimo",
    1_000_000: "millonésimo",
}  # fmt: skip
ES_NO_ACCENT = str.maketrans("éá", "ea")


def english_ordinal(word: str) -> str:
    if word in EN_ORDINAL:
        return EN_ORDINAL[word]
    return "twelfth" if word == "twelve" else f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def english() -> Iterator[Word]:
    words = dict(enumerate(EN_SMALL)) | EN_TENS
    yield from ((value, "cardinal", "plain", text) for value, text in words.items())
    for value, text in (words | EN_GREAT).items():
        if value:
            yield (value, "ordinal", "plain", english_ordinal(text))


def french_ordinal(word: str) -> str:
    if word == "cinq":
        return "cinquième"
    if word == "neuf":
        return "neuvième"
    return (word[:-1] if word.endswith("e") else word) + "ième"


def french() -> Iterator[Word]:
    words = dict(enumerate(FR_SMALL)) | FR_TENS
    yield from ((value, "cardinal", "plain", text) for value, text in words.items())
    yield (1, "cardinal", "feminine", "une")
    yield from ((value, "cardinal", "regional", text) for value, text in FR_REGIONAL.items())
    yield (80, "cardinal", "regional", "huitante")
    # Without the hyphen it is read and not written.
    for text, variant in (("quatre-vingt", ""), ("quatre vingt", "_variant")):
        yield (80, "cardinal", f"plain{variant}", text)
        yield (80, "cardinal", f"plural{variant}", f"{text}s")
        yield (80, "ordinal", f"plain{variant}", f"{text}ième")
    # Of the first and the second there are words that stand in no greater number.
    yield from ((1, "alone", form, text) for form, text in (("masculine", "premier"), ("feminine", "première")))
    yield from ((2, "alone", form, text) for form, text in (("masculine", "second"), ("feminine", "seconde")))
    yield from ((value, "alone", "plural", text) for value, text in ((1, "premiers"), (1, "premières")))
    for value, text in (words | FR_GREAT).items():
        if value:
            yield (value, "ordinal", "plain", french_ordinal(text))
    yield from ((value, "ordinal", "regional", french_ordinal(text)) for value, text in FR_REGIONAL.items())
    yield (80, "ordinal", "regional", "huitantième")


def spanish_cardinals() -> Iterator[Word]:
    for value, text in (dict(enumerate(ES_SMALL)) | ES_TENS).items():
        yield (value, "cardinal", "masculine", text)
        if text.endswith("uno"):
            yield (value, "cardinal", "feminine", text[:-1] + "a")
            yield (value, "cardinal", "before_noun", "veintiún" if value > 1 else "un")
    for value, stem in ES_HUNDREDS.items():
        yield (value, "cardinal", "masculine", f"{stem}os")
        yield (value, "cardinal", "feminine", f"{stem}as")


def spanish_ordinals() -> Iterator[tuple[int, str, str]]:
    """Masculine forms, ``variant`` or not; the teens and what follows may be one word, without the first accent.

    Written are undécimo, duodécimo, decimotercero and vigésimo primero, of several spellings of a part the first.
    """
    for words in (ES_ORDINAL_ONES, ES_ORDINAL_TENS):
        for value, (usual, *others) in words.items():
            yield (value, "", usual)
            yield from ((value, "variant", text) for text in others)
    yield from ((value, "", text) for value, text in ES_ORDINAL_GREAT.items())
    yield from ((11, "", "undécimo"), (12, "", "duodécimo"))
    for ten, (text, *_) in ES_ORDINAL_TENS.items():
        start = text.translate(ES_NO_ACCENT)
        for one, (unit, *others) in ES_ORDINAL_ONES.items():
            usual = unit[1:] if unit.startswith("o") else unit
            yield (ten + one, "" if ten == 10 and one > 2 else "variant", start + usual)
            yield from ((ten + one, "variant", start + each) for each in {unit, *others} - {usual})


def spanish() -> Iterator[Word]:
    yield from spanish_cardinals()
    for value, variant, text in spanish_ordinals():
        forms = [("masculine", text), ("feminine", text[:-1] + "a")]
        if text.endswith(("primero", "tercero")):
            forms.append(("before_noun", text[:-1]))
        for form, declined in forms:
            yield (value, "ordinal", f"{form}_{variant}" if variant else form, declined)
