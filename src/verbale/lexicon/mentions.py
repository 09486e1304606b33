"""Which documents a number of a resolution or decision can name, by its shape, the body named beside it and its date.

``76/53`` is a resolution of the General Assembly, ``46/17`` may be one of the Human Rights Council, ``2021/5`` is of
the Economic and Social Council. Which body can have used a number when is for the table of sessions to say
(``organ_sessions``); a number that goes with neither the body named nor the date printed stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from verbale.lexicon.document_numbers import DocumentNumber
from verbale.lexicon.organ_sessions import (
    ASSEMBLY,
    COMMISSION_ON_HUMAN_RIGHTS,
    ECONOMIC_COUNCIL,
    ENVIRONMENT_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    SECURITY_COUNCIL,
    TRUSTEESHIP_COUNCIL,
    Fit,
    decision_numbers,
    find_sitting,
    first_year,
    fits_numbers,
    is_of_council_year,
    last_session,
    most_resolutions,
    session_on,
    year_of_council,
)
from verbale.lexicon.roman import from_roman, to_roman

_FIRST_WITH_SLASH = 31  # session of the General Assembly
_LAST_WITH_ROMAN = 30  # session of the General Assembly
_TWO_FIGURES = 99  # the greatest session that is printed so
_FEW = 100  # a lower number alone is of another body as likely as of the Security Council
OTHER_BODIES = frozenset({"other", "commission"})
_COUNCILS = frozenset({HUMAN_RIGHTS_COUNCIL, "council"})


class Certainty(IntEnum):
    """How far a number is settled."""

    OPEN = 0
    """Nothing fits, or a body that is not known here adopted it."""
    FAINT = 1
    """One body only can have used the number, and nothing near says that it did."""
    LIKELY = 2
    """Several fit, and the first is what such a number mostly means."""
    SURE = 3
    """A name, a date or the shape of the number decides."""


@dataclass(slots=True)
class Mention:
    """A number with what its clause says of it. ``symbols`` are the possible ones, the likeliest first.

    ``organ`` is the body near it, and ``named``: its own; ``subject`` is the one that calls it its own, ``distant`` the
    last one before it. ``bodies`` are all that the text names. ``word`` is where the
    word for a resolution stands that belongs to this number alone, ``date`` the day or month (ISO 8601) tied to it,
    ``shared`` when it is printed behind another of the list. ``beside``: the word for a resolution is next to it, or to
    one of its list.
    """

    number: DocumentNumber
    decision: bool
    organ: str = ""
    named: bool = False
    subject: str = ""
    distant: str = ""
    date: str | None = None
    date_end: int = 0
    shared: bool = False
    bodies: frozenset[str] = frozenset()
    beside: bool = False
    symbols: tuple[str, ...] = ()
    certainty: Certainty = Certainty.OPEN
    word: tuple[int, int] | None = None

    @property
    def sure(self) -> bool:
        """Whether a name or a date in the clause decided."""
        return self.certainty is Certainty.SURE


class Case(NamedTuple):
    """What a meaning rests on: as ``Mention``, without places.

    ``council``: the text names the Human Rights Council, or a council, somewhere; ``security``: the Security Council;
    ``elsewhere``: a body whose numbers have no symbols here, and not the Economic and Social Council.
    """

    number: DocumentNumber
    decision: bool
    organ: str
    named: bool
    subject: str
    distant: str
    date: str | None
    shared: bool
    council: bool
    security: bool
    elsewhere: bool


Meaning = tuple[tuple[str, ...], Certainty]
_NOTHING: Meaning = ((), Certainty.OPEN)


def meaning_of(mention: Mention) -> Meaning:
    """The symbols that a number may stand for, the likeliest first, and how far its clause decides."""
    return _meaning(_case(mention))


def _case(mention: Mention) -> Case:
    return Case(
        DocumentNumber(0, 0, *mention.number[2:]),
        mention.decision,
        mention.organ,
        mention.named,
        mention.subject,
        mention.distant,
        mention.date,
        mention.shared,
        not _COUNCILS.isdisjoint(mention.bodies),
        SECURITY_COUNCIL in mention.bodies,
        not OTHER_BODIES.isdisjoint(mention.bodies) and ECONOMIC_COUNCIL not in mention.bodies,
    )


@lru_cache(maxsize=16384)
def _meaning(case: Case) -> Meaning:
    number = case.number
    match number.shape:
        case "plain":
            return _plain(case)
        case "year":
            return _NOTHING if case.decision else ((f"S/RES/{number.head}({number.tail})",), Certainty.SURE)
        case "roman":
            return _roman(case)
        case "emergency":
            return (f"A/{_kind(case)}/ES-{number.head}/{number.tail}{_letters(number)}",), Certainty.SURE
        case "yearly":
            return _yearly(case)
    return _sessional(case)


def _kind(case: Case) -> str:
    return "DEC" if case.decision else "RES"


def _letters(number: DocumentNumber) -> str:
    return f"[{number.letters}]" if number.letters else ""


def _plain(case: Case) -> Meaning:
    """``1540`` alone: of the Security Council by its year, of an old session of the General Assembly by its date."""
    if case.decision:
        return _NOTHING
    number, date = case.number.head, case.date
    named = case.organ if case.named else ""
    fits = []
    if date is not None and is_of_council_year(number, int(date[:4])):
        fits.append((SECURITY_COUNCIL, f"S/RES/{number}({date[:4]})"))
    session = session_on(ASSEMBLY, date) if date is not None else None
    if session is not None and session <= _LAST_WITH_ROMAN and fits_numbers(ASSEMBLY, session, number):
        fits.append((ASSEMBLY, f"A/RES/{number}({to_roman(session)})"))
    own = tuple(symbol for organ, symbol in fits if named in ("", organ, "council"))
    if own:
        return own, Certainty.SURE if len(own) == 1 else Certainty.OPEN
    year = year_of_council(number)
    by_number = (f"S/RES/{number}({year})",) if year is not None else ()
    if SECURITY_COUNCIL in (named, case.organ, case.distant):
        return by_number, Certainty.OPEN if date is not None else Certainty.SURE
    if named or date is not None:
        return _NOTHING
    return by_number, Certainty.SURE if case.security and number >= _FEW else Certainty.FAINT


class _Series(NamedTuple):
    """A body that numbered through all its sessions: its id, the beginning of its symbols, its last such session."""

    organ: str
    prefix: str
    last: int


def _through_sessions() -> tuple[_Series, ...]:
    return (
        _Series(ASSEMBLY, "A", _LAST_WITH_ROMAN),
        _Series(ECONOMIC_COUNCIL, "E", last_session(ECONOMIC_COUNCIL)),
        _Series(COMMISSION_ON_HUMAN_RIGHTS, "E/CN.4", last_session(COMMISSION_ON_HUMAN_RIGHTS)),
        _Series(TRUSTEESHIP_COUNCIL, "T", last_session(TRUSTEESHIP_COUNCIL)),
    )


def _roman(case: Case) -> Meaning:
    """``1514 (XV)``: of the body named, or else of the one whose numbers and sessions it fits."""
    number = case.number
    rest = f"{_kind(case)}/{number.head}({number.tail}){_letters(number)}"
    if "-" in number.tail:
        return (f"A/{rest}",), Certainty.SURE
    session = from_roman(number.tail)
    can = [one for one in _through_sessions() if session <= one.last]
    principal = [one for one in can if one.organ in (ASSEMBLY, ECONOMIC_COUNCIL)]
    symbols = tuple(f"{one.prefix}/{rest}" for one in principal)
    if case.named:
        own = [
            one for one in can if one.organ == case.organ or (case.organ, one.organ) == ("council", ECONOMIC_COUNCIL)
        ]
        sat = bool(own) and _sat(own[0].organ, session, case.date) > Fit.CONTRADICTS
        if sat and fits_numbers(own[0].organ, session, number.head):
            return (f"{own[0].prefix}/{rest}",), Certainty.SURE
        return symbols, Certainty.OPEN
    fits = [one for one in principal if _sat(one.organ, session, case.date) >= Fit.SLIP]
    by_number = [one for one in fits if fits_numbers(one.organ, session, number.head)]
    fits = by_number or fits
    if not fits:
        return symbols, Certainty.OPEN
    return tuple(f"{one.prefix}/{rest}" for one in fits), Certainty.SURE


def _sat(organ: str, session: int, date: str | None) -> Fit:
    sitting = find_sitting(organ, session)
    return sitting.fit(date) if sitting is not None and date is not None else Fit.DAY


def _yearly(case: Case) -> Meaning:
    """``2021/5``: of the Economic and Social Council, before 2006 perhaps of the Commission on Human Rights."""
    number, kind = case.number, _kind(case)
    symbol = f"E/{kind}/{number.head}/{number.tail}{_letters(number)}"
    # The Human Rights Council numbers by session: a number by year near its name is of another body.
    organ = case.distant if case.organ in ("", HUMAN_RIGHTS_COUNCIL) else case.organ
    commission = find_sitting(COMMISSION_ON_HUMAN_RIGHTS, last_session(COMMISSION_ON_HUMAN_RIGHTS))
    if organ == COMMISSION_ON_HUMAN_RIGHTS and commission is not None and number.head < int(commission.closed[:4]):
        return (f"E/CN.4/{kind}/{number.head}/{number.tail}",), Certainty.SURE
    if organ in OTHER_BODIES or organ == ENVIRONMENT_ASSEMBLY or (not organ and case.elsewhere):
        return (symbol,), Certainty.OPEN
    return (symbol,), Certainty.SURE


class _Candidate(NamedTuple):
    organ: str
    symbol: str
    planned: bool
    fit: Fit | None
    """How the printed date goes with the session; ``None`` without a date."""


def _sessional(case: Case) -> Meaning:
    """``46/17``, ``S-10/2``: of the General Assembly or of the Human Rights Council."""
    number = case.number
    if case.organ == ENVIRONMENT_ASSEMBLY:
        return (f"UNEP/EA.{number.head}/{'Dec' if case.decision else 'Res'}.{number.tail}",), Certainty.SURE
    every = _candidates(case)
    possible = [one for one in every if _can_number(one.organ, case)]
    if case.named and case.organ not in _COUNCILS | {ASSEMBLY}:
        return _symbols(possible or every), Certainty.OPEN
    if case.named:
        return _named(case, every, possible)
    subject = _subject(case, possible)
    if subject is not None:
        return subject
    if not possible:
        return _symbols(every), Certainty.OPEN
    if case.date is not None:
        dated = _dated(possible, case)
        if dated is not None:
            return dated
    if {case.organ, case.subject} & {*OTHER_BODIES, COMMISSION_ON_HUMAN_RIGHTS}:
        # Commissions and conferences adopt few: a high number near their name is the General Assembly's.
        many = int(number.tail) > most_resolutions(HUMAN_RIGHTS_COUNCIL)
        return _symbols(possible), Certainty.SURE if many and len(possible) == 1 else Certainty.OPEN
    return _by_number(case, possible)


def _by_number(case: Case, possible: Sequence[_Candidate]) -> Meaning:
    """What a number means for which neither a name nor a date decides."""
    council_first = case.organ in _COUNCILS
    # A session still to come is meant where something says so, and else the one that was held.
    held = [one for one in possible if not one.planned] or possible
    ordered = sorted(held, key=lambda one: (one.organ == HUMAN_RIGHTS_COUNCIL) != council_first)
    if len(ordered) > 1:
        return _symbols(ordered), Certainty.LIKELY
    if ordered[0].organ == ASSEMBLY:
        return _symbols(ordered), Certainty.SURE
    return _symbols(ordered), Certainty.SURE if case.council else Certainty.FAINT


def _symbols(candidates: Sequence[_Candidate]) -> tuple[str, ...]:
    return tuple(one.symbol for one in candidates)


def _candidates(case: Case) -> list[_Candidate]:
    number = case.number
    form, mark = ("special", "S-") if number.shape == "special" else ("regular", "")
    found = []
    for organ, prefix in ((ASSEMBLY, "A"), (HUMAN_RIGHTS_COUNCIL, "A/HRC")):
        sitting = find_sitting(organ, number.head, form)
        fit = sitting.fit(case.date) if case.date is not None and sitting is not None else None
        letters = _letters(number) if organ == ASSEMBLY else ""
        symbol = f"{prefix}/{_kind(case)}/{mark}{number.head}/{number.tail}{letters}"
        if sitting is not None:
            found.append(_Candidate(organ, symbol, sitting.planned, fit))
    # Before its thirty-first session the General Assembly had no numbers with a slash.
    slashed = number.shape == "special" or number.head >= _FIRST_WITH_SLASH
    return found if slashed else [one for one in found if one.organ != ASSEMBLY]


def _can_number(organ: str, case: Case) -> bool:
    """Whether a body numbers its resolutions or decisions so."""
    number = case.number
    first, last = decision_numbers(organ)
    tail = int(number.tail)
    if number.shape != "special" and case.decision and not first <= tail <= (last or tail):
        return False
    if organ == ASSEMBLY:
        return number.shape == "special" or _FIRST_WITH_SLASH <= number.head <= _TWO_FIGURES
    # A date from before the body was there leaves the other.
    there = case.named or case.date is None or int(case.date[:4]) >= first_year(organ)
    return there and not number.letters and (case.decision or tail < first)


def _named(case: Case, every: Sequence[_Candidate], possible: Sequence[_Candidate]) -> Meaning:
    """The number of a body named as its own: open where the date is another's, or nobody's."""
    wanted = ASSEMBLY if case.organ == ASSEMBLY else HUMAN_RIGHTS_COUNCIL
    own = [one for one in every if one.organ == wanted]
    rest = [one for one in possible if one.organ != wanted]
    if not own or (wanted == ASSEMBLY and own[0] not in possible):
        return _symbols(every), Certainty.OPEN
    fit = own[0].fit
    if fit is None or fit >= Fit.YEAR:
        return _symbols(own), Certainty.SURE
    if case.shared or (fit is Fit.SLIP and not any((one.fit or 0) >= Fit.YEAR for one in rest)):
        return _symbols(own), Certainty.SURE
    return _symbols([*own, *rest]), Certainty.OPEN


def _subject(case: Case, possible: Sequence[_Candidate]) -> Meaning | None:
    """The number of the body that calls it its own, where it can be."""
    wanted = {ASSEMBLY: ASSEMBLY, HUMAN_RIGHTS_COUNCIL: HUMAN_RIGHTS_COUNCIL, "council": HUMAN_RIGHTS_COUNCIL}
    own = [one for one in possible if one.organ == wanted.get(case.subject)]
    if not own:
        return None
    if own[0].fit is None or own[0].fit >= Fit.YEAR:
        return _symbols(own), Certainty.SURE
    rest = [one for one in possible if one not in own]
    return None if case.shared or case.subject == ASSEMBLY else (_symbols([*own, *rest]), Certainty.OPEN)


def contradicts(mention: Mention, body: str) -> bool:
    """Whether the date of a number is none on which a body sat in the session that the number tells."""
    case = _case(mention)
    if case.date is None or case.shared or case.number.shape not in ("session", "special"):
        return False
    wanted = HUMAN_RIGHTS_COUNCIL if body in _COUNCILS else body
    return any(one.organ == wanted and one.fit is not None and one.fit < Fit.YEAR for one in _candidates(case))


def _dated(possible: Sequence[_Candidate], case: Case) -> Meaning | None:
    """What a printed date makes of a number; ``None`` where it makes no difference."""
    if len(possible) == 1:
        # No other body numbers so: a date that does not fit is misprinted.
        return None
    best = max(one.fit or Fit.CONTRADICTS for one in possible)
    fits = [one for one in possible if one.fit is best]
    # A session still to come has no dates yet: one that was held then goes first.
    fits = [one for one in fits if not one.planned] or fits
    if best is Fit.SLIP and not case.shared and len(fits) == 1 and not case.elsewhere:
        return _symbols(fits), Certainty.SURE
    if best >= Fit.YEAR:
        return _symbols(fits), Certainty.SURE if len(fits) == 1 else Certainty.LIKELY
    return None if case.shared else (_symbols(possible), Certainty.OPEN)
