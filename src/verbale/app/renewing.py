"""Next year's cycle, drafted from the difference between this year's resolutions and last year's.

What the register's chain of mandates holds, and what resolutions given as files ask, is set against the mandates of the
cycle at hand. Each difference is told in words; what had to be assumed is told too, for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.app.mandate_reading import requests_of_document
from verbale.compose.resolutions import receiving_organ
from verbale.compose.topics import find_titles
from verbale.desk.cycle import Calendar, Cycle, CycleMandate
from verbale.desk.cycle_file import draft_toml, find_blanks
from verbale.lexicon.folding import fold
from verbale.model.document import Document
from verbale.model.mandate import Asked, ListedRequest
from verbale.model.programme import Programme
from verbale.register.mandates.chain import find_mandates

_PINPOINT = re.compile(r"(\d+)")
_ITEM = re.compile(r"(\d+) ?\((\w+)\)")
_ASKED_OF = frozenset({"secretary_general", "high_commissioner_for_human_rights"})
_SATURDAY = 5  # of the week, Monday being 0


@dataclass(frozen=True, slots=True)
class Renewal:
    """The cycle drafted and its file; what differs from this year's and what was assumed, in sentences.

    ``blanks`` are the keys that a person has to fill in before the file is accepted.
    """

    cycle: Cycle
    text: str
    differences: tuple[str, ...]
    assumed: tuple[str, ...]
    blanks: tuple[str, ...] = ()


def renew_cycle(cycle: Cycle, resolutions: Iterable[Document] = ()) -> Renewal:
    """The cycle after ``cycle``, on the resolutions of the session that its report went to."""
    given = [*resolutions]
    asking = {document.source.name: _reports_asked(document) for document in given}
    told: list[str] = []
    assumed: list[str] = []
    mandates = []
    for mandate in cycle.mandates:
        found = _from_chain(mandate, cycle.session) or _from_files(mandate, given, asking, cycle.programme)
        told.append(_difference(mandate, found, cycle.session))
        if found:
            mandates.append(found)
    if not mandates:
        mandates = [replace(one, resolution="", paragraph="", adopted=date.min, requests={}) for one in cycle.mandates]
    told += _new_mandates(mandates, given, asking)
    item, mandates = _items(mandates, cycle, assumed)
    topics = {mandate.topic for mandate in cycle.mandates}
    reports = (one.value("report") or "" for one in find_mandates(cycle.session) if one.topic in topics)
    report = next((symbol for symbol in reports if symbol), "")
    session = _next_session(cycle, assumed)
    if not report:
        assumed.append("report: its symbol is not known yet; fill it in")
    calendar = _a_year_on(cycle.calendar, assumed)
    following = replace(
        cycle,
        name=f"session-{session}",
        session=session,
        report=report,
        previous_report=cycle.report,
        agenda_item=item,
        reference="",
        mandates=tuple(mandates),
        calendar=calendar,
    )
    assumed.append("reference: that of the note verbale, empty until it has one")
    return Renewal(following, draft_toml(following), tuple(told), tuple(assumed), find_blanks(following))


def _new_mandates(
    mandates: Iterable[CycleMandate], given: Iterable[Document], asking: Mapping[str, list[ListedRequest]]
) -> Iterator[str]:
    """The resolutions given that ask for a report and continue no mandate, in sentences."""
    taken = {mandate.resolution for mandate in mandates}
    for document in given:
        symbol = document.facts.symbol or document.source.name
        if symbol not in taken and asking[document.source.name]:
            paragraphs = ", ".join(request.provision for request in asking[document.source.name])
            yield f"{symbol} para. {paragraphs} asks for a report too, and continues no mandate of this cycle"


def _reports_asked(document: Document) -> list[ListedRequest]:
    requests = requests_of_document(document)
    return [one for one in requests if one.asked is Asked.REPORT and one.addressee in _ASKED_OF]


def _from_chain(mandate: CycleMandate, session: int) -> CycleMandate | None:
    """The mandate of that session in the register's chain, where its resolution and paragraph are known."""
    for known in find_mandates(session):
        resolution, paragraph = known.get("resolution"), known.value("paragraph")
        if known.topic == mandate.topic and resolution and resolution.date and paragraph:
            adopted = date.fromisoformat(resolution.date)
            return replace(mandate, resolution=resolution.value, paragraph=paragraph, adopted=adopted)
    return None


def _from_files(
    mandate: CycleMandate,
    given: Sequence[Document],
    asking: dict[str, list[ListedRequest]],
    programme: Programme,
) -> CycleMandate | None:
    """The resolution among those given that has the title of the mandate and asks for a report."""
    titles = {fold(title) for title in find_titles(mandate, programme)}
    for document in given:
        requests = asking[document.source.name]
        facts = document.facts
        titled = facts.title is not None and fold(facts.title) in titles
        if titled and requests and facts.symbol and facts.adopted:
            number = _PINPOINT.search(requests[-1].provision)
            paragraph = number[1] if number else requests[-1].provision
            adopted = date.fromisoformat(facts.adopted)
            return replace(mandate, resolution=facts.symbol, paragraph=paragraph, adopted=adopted)
    return None


def _next_session(cycle: Cycle, assumed: list[str]) -> int:
    """The session a year on: the next one, or the third after for the Human Rights Council, which has three a year."""
    if receiving_organ(cycle) != "human_rights_council":
        return cycle.session + 1
    assumed.append("session: the third after, for the Council has three a year")
    return cycle.session + 3


def _difference(before: CycleMandate, after: CycleMandate | None, session: int) -> str:
    was = f"{before.resolution} para. {before.paragraph}"
    if after is None:
        return f"{was}: no resolution of session {session} that asks again is known; left out"
    moved = "" if after.paragraph == before.paragraph else ", another paragraph"
    return f"{was}: {after.resolution} para. {after.paragraph} of {after.adopted} asks again{moved}"


def _items(mandates: Sequence[CycleMandate], cycle: Cycle, assumed: list[str]) -> tuple[str, list[CycleMandate]]:
    """The agenda item of the next session and the sub-item of each mandate; this year's where it is not known."""
    topics = {mandate.topic for mandate in mandates}
    known = {
        one.topic: _ITEM.fullmatch(one.value("item") or "")
        for one in find_mandates(cycle.session + 1)
        if one.topic in topics
    }
    numbers = {found[1] for found in known.values() if found}
    if len(numbers) != 1:
        assumed.append(f"agenda_item and items: those of session {cycle.session}")
        return cycle.agenda_item, [*mandates]
    return numbers.pop(), [replace(one, item=found[2]) if (found := known.get(one.topic)) else one for one in mandates]


def _a_year_on(calendar: Calendar, assumed: list[str]) -> Calendar:
    """The same days of the next year; nothing that was granted to anybody."""
    assumed.append("calendar: the days of this year, a year on")
    note, deadline = _next_year(calendar.note), _next_year(calendar.deadline)
    assumed += [f"{day} is a {day:%A}" for day in (note, deadline) if day.weekday() >= _SATURDAY]
    return replace(
        calendar,
        note=note,
        deadline=deadline,
        reminders=tuple(map(_next_year, calendar.reminders)),
        extensions=(),
        submission=_next_year(calendar.submission) if calendar.submission else None,
        observed_since=calendar.submission or calendar.observed_since,
    )


def _next_year(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, day.month, 28 if leap else day.day)
