"""What a report says of one treaty: its counts as of a day, whether it is in force, who is awaited, what was done.

A treaty is an instrument of some kind (treaty, convention, statute), and sentences agree with the word for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verbale.compose.words import say
from verbale.lexicon.treaties import treaties
from verbale.lexicon.written import (
    NameCase,
    sort_states,
    write_count,
    write_date,
    write_list,
    write_number,
    write_state,
)
from verbale.model.act import Act, ActKind, Stance
from verbale.model.language import Language
from verbale.model.statement import Provenance
from verbale.model.status import Status
from verbale.register.acts import find_acts
from verbale.register.status_as_of import status

_INSTRUMENT_FORMS = ("start", "object", "of", "to", "gender")
_PRINTED: Mapping[ActKind, str] = {
    ActKind.SIGNATURE: "signature",
    ActKind.RATIFICATION: "ratification",
    ActKind.ACCEPTANCE: "acceptance",
    ActKind.APPROVAL: "approval",
    ActKind.ACCESSION: "accession",
    ActKind.SUCCESSION: "succession",
    ActKind.WITHDRAWAL_OF_RATIFICATION: "withdrawal",
}
_SUCCEEDED = frozenset({ActKind.SUCCESSION})
_ACCEPTED = frozenset({ActKind.ACCEPTANCE, ActKind.APPROVAL, ActKind.FORMAL_CONFIRMATION})
_LEAST_IN_FIGURES = 10
"""Numbers below it are written in words, unless one beside them is in figures (Editorial Manual, numbers)."""
_BILATERAL = 2
"""A treaty of so many States has no counts: both are named by its title."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The time that a report observes: after ``since`` (may be empty), up to ``as_of``; ISO 8601."""

    since: str
    as_of: str


Sentence = tuple[str, tuple[Provenance, ...]]
"""A sentence and what it rests on."""


def instrument_values(treaty: str, language: Language) -> dict[str, str]:
    """The word for a treaty ("the Convention") in the forms that sentences ask for, and its grammatical gender."""
    named = f"instrument-{treaties()[treaty].noun}"
    return {
        "instrument": say(named, language),
        **{f"instrument_{form}": say(f"{named}-{form}", language) for form in _INSTRUMENT_FORMS},
    }


def treaty_sentences(treaty: str, period: Interval, language: Language) -> Iterable[Sentence]:
    """The sentences on one treaty, each with what it rests on."""
    found = status(treaty, period.as_of)
    named = instrument_values(treaty, language)
    acts = [act for act in find_acts(treaty) if act.date <= period.as_of]
    if counted := _counts(found, acts, named, language):
        yield say("obs-counts", language, date=write_date(period.as_of, language), counts=counted), _sources(acts)
    yield from ((sentence, ()) for sentence in _force(found, named, language))
    since = [act for act in acts if period.since and act.date > period.since]
    for kind in _PRINTED:
        recorded = [act for act in since if act.kind is kind]
        done = [act for act in recorded if act.stance is Stance.HELD]
        if done:
            yield _acts(done, kind, period.since, named, language), _sources(recorded)


def _counts(found: Status, acts: Iterable[Act], named: Mapping[str, str], language: Language) -> str:
    """The counts of a treaty whose list of acts is whole; a count that is not known is not printed."""
    counts = found.counts
    if not counts.signatures or counts.signatures <= _BILATERAL:
        return ""
    printed = {"signed": counts.signatures, "ratified": counts.ratifications, "acceded": counts.accessions}
    numbers = {what: number for what, number in printed.items() if number}
    in_words = max(numbers.values()) < _LEAST_IN_FIGURES
    kinds = _ratified_by({act.kind for act in acts})
    said = [
        say(
            f"obs-{what}",
            language,
            count=number,
            number=write_count(number, language) if in_words else write_number(number, language),
            acts=kinds,
            **named,
        )
        for what, number in numbers.items()
    ]
    return "，".join(said) if language is Language.ZH else write_list(said, language)


def _ratified_by(kinds: set[ActKind]) -> str:
    """Which acts a count of ratifications holds besides these, as the sentence has to name them."""
    match bool(kinds & _SUCCEEDED), bool(kinds & _ACCEPTED):
        case True, True:
            return "both"
        case True, False:
            return "succeeded"
        case False, True:
            return "accepted"
        case _:
            return "ratified"


def _force(found: Status, named: Mapping[str, str], language: Language) -> Iterable[str]:
    """In force or not, until when, suspended by whom, and who is still awaited."""
    message, day = _force_message(found)
    yield say(message, language, date=write_date(day, language) if day else "", **named)
    if found.suspended_by:
        by = _named(found.suspended_by, NameCase.INSTRUMENTAL, language)
        yield say("obs-suspended", language, states=by, **named)
    if found.outstanding and not found.in_force and message != "obs-expired":
        number = len(found.outstanding)
        states = _named(found.outstanding, _AWAITED[language], language)
        said = write_count(number, language)
        yield say("obs-outstanding", language, count=number, number=said, states=states, **named)


_AWAITED: Mapping[Language, NameCase] = {
    **dict.fromkeys(Language, NameCase.SENTENCE),
    Language.FR: NameCase.LIST,
    Language.RU: NameCase.INSTRUMENTAL,
}
"""How the States stand on whose ratification a treaty waits: French lists them without their articles."""


def _force_message(found: Status) -> tuple[str, str]:
    """The message that says whether a treaty is in force, and the day in it."""
    if found.in_force and found.in_force_until:
        return "obs-until", found.in_force_until
    if found.in_force and found.in_force_since:
        return "obs-in-force", found.in_force_since
    if found.in_force_until and found.in_force_until <= found.as_of:
        return "obs-expired", found.in_force_until
    if found.in_force_since and found.in_force_since > found.as_of:
        return "obs-will", found.in_force_since
    return "obs-not-in-force", ""


def _named(states: Iterable[str], case: NameCase, language: Language) -> str:
    return write_list([write_state(state, language, case) for state in sort_states(states, language)], language)


def _acts(done: Sequence[Act], kind: ActKind, since: str, named: Mapping[str, str], language: Language) -> str:
    """Who did what since a day, each with the date of it, the earliest first and those of one day by their names."""
    place = {state: at for at, state in enumerate(sort_states({act.state for act in done}, language))}
    case = NameCase.LIST if language is Language.FR else NameCase.SENTENCE
    said = [
        say("obs-act", language, state=write_state(act.state, language, case), date=write_date(act.date, language))
        for act in sorted(done, key=lambda act: (act.date, place[act.state]))
    ]
    values = {"kind": _PRINTED[kind], "date": write_date(since, language), "states": write_list(said, language)}
    return say("obs-acts", language, count=len(said), **values, **named)


def _sources(acts: Iterable[Act]) -> tuple[Provenance, ...]:
    return tuple(dict.fromkeys(Provenance(act.source, act.place) for act in acts))
