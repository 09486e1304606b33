"""The place in a document that a citation points to: ``para. 3``, ``op. 5``, ``annex``, ``sect. III``, ``art. 6``.

It stands behind the number (``A/56/400, para. 3``, ``第 64/37 号决议第 5 段``) or before it (``paragraph 5 of
resolution 64/37``). The value is written as in English whatever the language; a paragraph of a resolution is ``op.``.
Of several paragraphs all are given (``para. 3, 5-7``), and of places inside each other the outer first
(``annex II, para. 3``).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from verbale.lexicon.citing import citation_joints, symbol_words
from verbale.lexicon.han import find_han
from verbale.lexicon.ordinals import find_ordinal
from verbale.lexicon.patterns import alternatives, standing
from verbale.lexicon.roman import to_roman
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_SHORT = {
    "operative_paragraph": "op.",
    "preambular_paragraph": "pp.",
    "paragraph": "para.",
    "subparagraph": "subpara.",
    "annex": "annex",
    "appendix": "appendix",
    "section": "sect.",
    "chapter": "chap.",
    "article": "art.",
    "part": "part",
}
_PARTS = {"operative_part": "op.", "preambular_part": "pp."}
# Which a number may be missing for, and which print Roman numbers.
_WHOLE = frozenset({"annex", "appendix"})
_ROMAN = frozenset({"annex", "appendix", "sect.", "chap.", "part"})
_PLACE = (
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,2})*(?: ?\([a-zа-яأ-ي]{1,3}\)){0,2}(?![0-9/]|\.[0-9])"
    r"|[IVXLC]+(?:\.[A-Z0-9]+)*(?![A-Za-z/])|[A-H](?![A-Za-z/])|\([a-zа-я]{1,3}\))"
)
_HAN = r"(?:[0-9]{1,3}(?:\([a-z]{1,3}\))?|[一二三四五六七八九十]{1,3}|[IVX]{1,5})"
_HAN_PLACES = rf"第 ?(?P<places>{_HAN}(?: ?(?:至|到|-|、|和|及) ?第?{_HAN})*) ?(?P<kind>段|节|章|条)"
_HAN_AFTER = re.compile(
    rf"(?:号?文件)?[，, (]{{0,2}}(?:(?P<part>执行部分|序言部分)?{_HAN_PLACES}|附件(?P<annex>{_HAN})?)"
)
_HAN_ONE = re.compile(_HAN)
_HAN_KIND = {"段": "para.", "节": "sect.", "章": "chap.", "条": "art."}
_SIGNS = (",", " ", "،")
_BEFORE_WORD = " ,،("
_ONE = re.compile(_PLACE)
_RANGE = re.compile(rf"{_PLACE}(?: ?- ?{_PLACE})?")
_NEXT_WORD = re.compile(r" [^\W\d_]{3,10}")
_ENDS = re.compile(r" ?(?:[.;:)\]؛]|$)")
_BEFORE = 100  # characters before a citation that hold the place in it
_DEPTH = 3  # places inside each other
_LONGEST_PLACE = 3  # small letters that count: (iii)


class Pinpoint(NamedTuple):
    """A place pointed to and where its words stand."""

    start: int
    end: int
    text: str


@cache
def _kinds(language: Language) -> dict[str, str]:
    return {word: short for kind, short in _SHORT.items() for word in symbol_words(kind, language)}


@cache
def _initials(language: Language) -> frozenset[str]:
    """What the words for a place begin with."""
    return frozenset(word[0] for word in _kinds(language))


@cache
def _plural(language: Language) -> frozenset[str]:
    """Words that may have several numbers."""
    rows = read_words("symbol_words")
    return frozenset(row["text"] for row in rows if row["language"] == language and row["number"] != "singular")


@cache
def _to(language: Language) -> re.Pattern[str]:
    return re.compile(rf" ?(?:-|{alternatives(citation_joints('to', language))}) ?")


@cache
def _places(language: Language) -> str:
    """One number or several; in Arabic a word may count."""
    joints = alternatives([*citation_joints("and", language), *citation_joints("to", language)])
    joint = rf"(?:[,،] ?(?:(?:{joints}) ?)?| ?- ?| ?(?:{joints}) ?)"
    counted = r"|ال[^\W\d_]{3,8}" if language is Language.AR else ""
    return rf"(?:{_PLACE}(?:{joint}{_PLACE}){{0,12}}{counted})"


@cache
def _after(language: Language) -> re.Pattern[str]:
    kinds = alternatives(_kinds(language))
    return re.compile(rf"(?:[,،] ?|(?P<close> \(| ))(?P<word>{kinds})(?![^\W\d])(?: ?(?P<places>{_places(language)}))?")


@cache
def _before(language: Language) -> re.Pattern[str]:
    documents = [*symbol_words("document", language), *symbol_words("report", language)]
    of = alternatives([*citation_joints("of", language), *citation_joints("part_of", language)])
    links = rf"(?: (?:{of})){{0,2}}(?: (?:{alternatives(documents)}))?"
    parts = {word: short for kind, short in _PARTS.items() for word in citation_joints(kind, language)}
    part = rf"(?: (?P<part>{alternatives(parts)}))?"
    return re.compile(rf"(?P<word>{standing(_kinds(language))})(?: (?P<places>{_places(language)}))?{part}{links} ?$")


@cache
def _last_words(language: Language) -> frozenset[str]:
    """The last words of what may stand before a citation that has its place before it; in Arabic many more count."""
    kinds = (*_SHORT, "document", "report")
    words = [word for kind in kinds for word in symbol_words(kind, language)]
    words += [word for kind in ("of", "part_of", *_PARTS) for word in citation_joints(kind, language)]
    return frozenset(part for word in words for part in word.split())


def pinpoint_after(text: str, start: int, language: Language | None, resolution: bool) -> Pinpoint | None:
    """The place printed right behind a citation that ends at ``start``; none where the language is unknown."""
    if language is None:
        return None
    step = _step if language.spaced else _chinese_step
    first = step(text, start, language, resolution)
    if first is None:
        return None
    found = [first]
    while len(found) < _DEPTH and (one := step(text, found[-1].end, language, resolution)):
        if one.text.split(" ")[0] == found[-1].text.split(" ")[0]:
            break
        found.append(one)
    return Pinpoint(start, found[-1].end, ", ".join(one.text for one in found))


def _step(text: str, start: int, language: Language, resolution: bool) -> Pinpoint | None:
    opening = text[start : start + 3]
    if not opening or opening[0] not in _SIGNS or opening.lstrip(_BEFORE_WORD)[:1] not in _initials(language):
        return None
    match = _after(language).match(text, start)
    if match is None or (match["close"] and not (match["places"] or "")[:1].isdecimal()):
        return None
    found = _pinpoint(match, language, resolution)
    if found is not None and match["close"] == " (" and text.startswith(")", found.end):
        return Pinpoint(found.start, found.end + 1, found.text)
    return found


def pinpoint_before(text: str, end: int, language: Language | None, resolution: bool) -> Pinpoint | None:
    """The place printed right before a citation that begins at ``end``."""
    if language is None or language is Language.ZH:
        return None
    last = text[end - 2 : end].rstrip(" ")[-1:]
    if not (last.isalnum() or last in ").'’ºª°"):
        return None
    low = max(0, end - _BEFORE)
    word = text[low:end].rstrip(" ").rpartition(" ")[2]
    # Most words in small letters are none with which a place ends: that is quick to see.
    if len(word) > _LONGEST_PLACE and word.islower() and word.isalpha() and word not in _last_words(language):
        return None
    match = _before(language).search(text[low:end])
    found = _pinpoint(match, language, resolution) if match else None
    return Pinpoint(found.start + low, found.end + low, found.text) if found else None


def _pinpoint(match: re.Match[str], language: Language, resolution: bool) -> Pinpoint | None:
    word, end = match["word"], match.end()
    short = _kinds(language)[word]
    part = match.groupdict().get("part")
    if part is not None:
        short = next(short for kind, short in _PARTS.items() if part in citation_joints(kind, language))
    places = match["places"] or ""
    if places and end == match.end("places") and (more := _second_word(match.string, end, places, language)):
        places, end = places + more, end + len(more)
    if places and word not in _plural(language):
        # What is counted behind the number of one paragraph belongs to something else.
        first = _RANGE.match(places)
        if first is not None and match.re is _after(language) and not _ENDS.match(match.string, end):
            end -= len(places) - first.end()
            places = first.group()
    place = _written(places, short, language)
    if not place and places:
        end, places = match.start("places"), ""
        end -= match.string[end - 1] == " "
    if not place and short not in _WHOLE:
        return None
    if resolution and short == "para.":
        short = "op."
    return Pinpoint(match.start(), end, f"{short} {place}".strip())


def _second_word(text: str, end: int, places: str, language: Language) -> str:
    """The rest of a number in words: الفصل الثامن عشر is the eighteenth, الحادي والعشرون the twenty-first."""
    word = _NEXT_WORD.match(text, end) if not _ONE.match(places) else None
    return word.group() if word is not None and find_ordinal(places + word.group(), language) is not None else ""


def _written(places: str, short: str, language: Language) -> str:
    """``3 and 4`` is ``3, 4``; ``3 to 5`` is ``3-5``; a word that counts is its number, empty for one that does not."""
    if not _ONE.match(places):
        number = find_ordinal(places, language) if places else None
        return "" if number is None else (to_roman(number) if short in _ROMAN else str(number))
    found = list(_ONE.finditer(places))
    out = found[0].group()
    for last, one in pairwise(found):
        out += ("-" if _to(language).fullmatch(places, last.end(), one.start()) else ", ") + one.group()
    return re.sub(r" (?=\()", "", out)


def _chinese_step(text: str, start: int, language: Language, resolution: bool) -> Pinpoint | None:
    match = _HAN_AFTER.match(text, start)
    if match is None:
        return None
    if match["kind"] is None:
        return Pinpoint(match.start(), match.end(), f"annex {_number(match['annex'] or '', 'annex')}".strip())
    short = _HAN_KIND[match["kind"]]
    found = list(_HAN_ONE.finditer(match["places"]))
    place = _number(found[0].group(), short)
    for last, one in pairwise(found):
        ranged = match["places"][last.end() : one.start()].strip("第 ") in ("至", "到", "-")
        place += ("-" if ranged else ", ") + _number(one.group(), short)
    if short == "para." and (resolution or match["part"]):
        short = "pp." if match["part"] == "序言部分" else "op."
    return Pinpoint(match.start(), match.end(), f"{short} {place}")


def _number(printed: str, short: str) -> str:
    """A Chinese numeral as English prints it: Roman for a section or an annex."""
    value = find_han(printed)
    if value is None:
        return printed
    return to_roman(value) if short in _ROMAN else str(value)
