"""Which documents a number of a resolution or decision can name, by its shape, the body named beside it and its date.

``76/53`` is a resolution of the General Assembly, ``46/17`` may be one of the Human Rights Council, ``2021/5`` is of
the Economic and Social Council. Sessions and years that do not fit rule a body out.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.lexicon.document_numbers import DocumentNumber
from verbale.lexicon.roman import from_roman

_ASSEMBLY_BEFORE = 1945
_FIRST_WITH_STROKE = 31
_LAST_SESSION = 99
_COUNCIL_SINCE = 2006
_LAST_COUNCIL = 62
_LAST_SPECIAL = 40
_MOST_OF_COUNCIL = 70
# Commissions and conferences adopt fewer in a session: a higher number is the General Assembly's.
_MOST_OF_OTHERS = 60
_SLIP = 2
_LAST_ROMAN = 30
# Special sessions of the General Assembly held since the Human Rights Council has had some of its own.
_SPECIAL_SESSIONS = {29: 2014, 30: 2016, 31: 2020, 32: 2021}


@dataclass(slots=True)
class Mention:
    """A number with what its clause says of it. ``symbols`` are the possible ones, the likeliest first.

    ``sure`` tells whether a name or a date in the clause decided. ``word`` is where the word for a resolution stands
    that belongs to this number alone, ``date`` the day (ISO 8601) tied to it.
    """

    number: DocumentNumber
    decision: bool
    organ: str = ""
    named: bool = False
    distant: str = ""
    date: str | None = None
    date_end: int = 0
    symbols: tuple[str, ...] = ()
    sure: bool = False
    word: tuple[int, int] | None = None


def symbols_of(mention: Mention) -> tuple[tuple[str, ...], bool]:
    """The symbols that a number may stand for, the likeliest first, and whether its clause decides."""
    number = mention.number
    letters = f"[{number.letters}]" if number.letters else ""
    kind = "DEC" if mention.decision else "RES"
    match number.shape:
        case "year":
            return ((f"S/RES/{number.head}({number.tail})",) if not mention.decision else ()), True
        case "roman" if mention.organ in ("other", "commission") or not _sat_then(mention):
            return (), False
        case "roman":
            series = "E" if _is_economic(mention) else "A"
            return (f"{series}/{kind}/{number.head}({number.tail}){letters}",), True
        case "emergency":
            return (f"A/{kind}/ES-{number.head}/{number.tail}{letters}",), True
        case "yearly":
            return _yearly(mention, kind, letters)
    return _sessional(mention, kind, letters)


def _sat_then(mention: Mention) -> bool:
    """Whether the General Assembly's session of that number, if it is one, sat in the year of the printed date."""
    session = mention.number.tail
    if mention.date is None or "-" in session or _is_economic(mention):
        return True
    opened = _ASSEMBLY_BEFORE + from_roman(session)
    return opened <= int(mention.date[:4]) <= opened + _SLIP


def _is_economic(mention: Mention) -> bool:
    session = mention.number.tail
    if mention.named and mention.organ in ("economic_and_social_council", "council"):
        return True
    return "-" not in session and from_roman(session) > _LAST_ROMAN


def _yearly(mention: Mention, kind: str, letters: str) -> tuple[tuple[str, ...], bool]:
    number = mention.number
    # The Human Rights Council numbers by session: a number by year near its name is of another body.
    organ = mention.distant if mention.organ in ("", "human_rights_council") else mention.organ
    if organ in ("other", "commission", "environment_assembly"):
        return (), False
    if organ == "commission_on_human_rights" and number.head < _COUNCIL_SINCE:
        return (f"E/CN.4/{kind}/{number.head}/{number.tail}",), True
    return (f"E/{kind}/{number.head}/{number.tail}{letters}",), True


def _sessional(mention: Mention, kind: str, letters: str) -> tuple[tuple[str, ...], bool]:
    number = mention.number
    mark = "S-" if number.shape == "special" else ""
    assembly = f"A/{kind}/{mark}{number.head}/{number.tail}{letters}"
    council = f"A/HRC/{kind}/{mark}{number.head}/{number.tail}"
    if mention.organ == "environment_assembly":
        return (f"UNEP/EA.{number.head}/{'Dec' if mention.decision else 'Res'}.{number.tail}",), True
    few = int(number.tail) <= _MOST_OF_OTHERS or mention.named
    if mention.organ in ("other", "commission", "commission_on_human_rights") and few:
        return (), False
    possible = _possible(mention, assembly, council)
    if len(possible) < 2:
        sure = possible == (assembly,) or mention.organ in ("human_rights_council", "council") or bool(mention.date)
        return possible, sure
    if mention.organ in ("human_rights_council", "council"):
        return (council, assembly), mention.named
    if mention.organ == "general_assembly":
        return (assembly, council), mention.named
    return (assembly, council), False


def _possible(mention: Mention, assembly: str, council: str) -> tuple[str, ...]:
    number = mention.number
    year = int(mention.date[:4]) if mention.date else None
    if number.shape == "special":
        of_assembly = number.head <= _LAST_SPECIAL and (
            year is None or year < _COUNCIL_SINCE or abs(_SPECIAL_SESSIONS.get(number.head, 0) - year) <= 1
        )
        of_council = number.head <= _LAST_COUNCIL and (year is None or year >= _COUNCIL_SINCE)
    else:
        of_assembly = _FIRST_WITH_STROKE <= number.head <= _LAST_SESSION
        named = mention.named and mention.organ in ("human_rights_council", "council")
        of_council = number.head <= (_LAST_SESSION if named else _LAST_COUNCIL) and not number.letters
        of_council = of_council and (mention.decision or int(number.tail) <= _MOST_OF_COUNCIL)
        if year is not None:
            opened = _ASSEMBLY_BEFORE + number.head
            by_year = of_assembly and opened <= year <= opened + 1
            in_council = of_council and abs(_COUNCIL_SINCE + number.head / 3 - year) <= 1
            if by_year or in_council:
                of_assembly, of_council = by_year, in_council
            elif mention.date_end and (not named or abs(_COUNCIL_SINCE + number.head / 3 - year) > _SLIP):
                # Its own date fits neither: not of the Council, whose sessions are not mistaken for others.
                of_council = False
    return tuple(symbol for symbol, fits in ((assembly, of_assembly), (council, of_council)) if fits)
