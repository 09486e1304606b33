"""Resolutions, the organs that adopted them, and sessions, as sentences and mastheads name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from verbale.compose.words import has_message, say
from verbale.desk.cycle import Cycle, CycleMandate
from verbale.lexicon.phrases import find_organ_name, find_session_line
from verbale.lexicon.written import write_clauses, write_date, write_list, write_ordinal
from verbale.model.language import Language
from verbale.model.programme import Programme

# The form of an ordinal that stands before the word for a session in a sentence.
_SESSION_FORM: Mapping[Language, str] = {
    Language.AR: "feminine_oblique",
    Language.ZH: "plain",
    Language.EN: "plain",
    Language.FR: "plain",
    Language.RU: "feminine_genitive",
    Language.ES: "before_noun",
}
# Who adopts resolutions under a symbol, and whom reports under a symbol go to. The longest beginning counts.
_ORGANS: Mapping[str, str] = {
    "A/": "general_assembly",
    "A/HRC/": "human_rights_council",
    "E/": "economic_and_social_council",
    "S/": "security_council",
}
_MARKS = ("/RES/", "/DEC/")
_FIRST_YEAR = 1946
"""A session of this number or a later one is that of a year: those of the Economic and Social Council have no other."""


def organ_of(symbol: str, programme: Programme) -> str:
    """The organ that a symbol belongs to, by what the programme says of symbols and what is known anyway."""
    known = {**_ORGANS, **programme.organs}
    found = max((prefix for prefix in known if symbol.startswith(prefix)), key=len, default="")
    return known.get(found) or programme.organ or _ORGANS["A/"]


def receiving_organ(cycle: Cycle) -> str:
    """Whom the report of a cycle goes to: as the programme says, else by the symbol of the report."""
    return cycle.programme.organ or organ_of(cycle.report, cycle.programme)


def organ_values(organ: str, language: Language, programme: Programme) -> dict[str, str]:
    """An organ in the forms that sentences ask for: subject, owner, addressee, and its grammatical gender."""
    named = f"organ-{organ}"
    return {
        "organ": say(named, language, programme),
        **{f"organ_{form}": say(f"{named}-{form}", language, programme) for form in ("of", "to", "gender")},
    }


def organ_name(organ: str, language: Language, programme: Programme) -> str:
    """The name of an organ as the masthead has it."""
    own = f"organ-{organ}-name"
    if has_message(own, language, programme):
        return say(own, language, programme)
    return find_organ_name(organ, language) or say(own, language, programme)


def number_of(symbol: str) -> str:
    """The number of a resolution as it is printed in a sentence: ``76/53`` of ``A/RES/76/53``, ``1887 (2009)``."""
    mark = next((mark for mark in _MARKS if mark in symbol), "")
    number = symbol.partition(mark)[2] if mark else symbol
    return number.replace("[", " ").replace("]", "").replace("(", " (")


def write_session(session: int, language: Language, organ: Mapping[str, str]) -> str:
    """A session with its ordinal or its year, as a sentence has it; ``organ`` are the values of its organ."""
    if session >= _FIRST_YEAR:
        return say("session-yearly", language, session=str(session), **organ)
    ordinal = write_ordinal(session, language, _SESSION_FORM[language])
    return say("session-numbered", language, session=ordinal, **organ)


def session_line(session: int, language: Language) -> str:
    """A session as the masthead has it; empty where its ordinal cannot be written."""
    if session >= _FIRST_YEAR:
        return say("session-line-yearly", language, session=str(session))
    return find_session_line(session, language) or ""


def write_resolutions(mandates: Sequence[CycleMandate], language: Language) -> str:
    """Resolutions in a row, those of one day together with their date."""
    rows = []
    for adopted, group in groupby(mandates, key=lambda mandate: mandate.adopted):
        of_day = list(group)
        date_ = write_date(str(adopted), language)
        named = _numbers(of_day, language)
        rows.append(say("resolution-bare", language, count=len(of_day), numbers=named, date=date_))
    return write_clauses(rows, language) if language is Language.ES else write_list(rows, language)


def _numbers(mandates: Sequence[CycleMandate], language: Language) -> str:
    numbers = [say("resolution-number", language, number=number_of(mandate.resolution)) for mandate in mandates]
    return write_list(numbers, language)


def write_by_organ(mandates: Sequence[CycleMandate], language: Language, programme: Programme) -> str:
    """Resolutions under the names of the organs that adopted them, in the order in which these come first."""
    by_organ: dict[str, list[CycleMandate]] = {}
    for mandate in mandates:
        by_organ.setdefault(organ_of(mandate.resolution, programme), []).append(mandate)
    said = []
    for organ, group in by_organ.items():
        named = organ_values(organ, language, programme)
        values: dict[str, str] = {"resolutions": write_resolutions(group, language)}
        if one_day := len({mandate.adopted for mandate in group}) == 1:
            values = {"numbers": _numbers(group, language), "date": write_date(str(group[0].adopted), language)}
        message = "resolutions-of-day" if one_day else "resolutions-of"
        said.append(say(message, language, programme, count=len(group), **values, **named))
    return write_list(said, language)
