"""The terms of a cycle drafted from a form: what a person fills in, and the file that is made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import tomli_w

from verbale.app.clock import day_typed
from verbale.app.cycle_terms import FILE
from verbale.app.programmes import check_cycle
from verbale.compose.note_verbale import compose_note
from verbale.desk.addressees import find_addressees
from verbale.desk.cycle import AddresseeGroup, Cycle
from verbale.desk.cycle_file import parse_cycle
from verbale.errors import BadReference
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.programmes.loading import ProgrammeFiles
from verbale.programmes.lookup import bundled_programmes, get_programme

_CALL = timedelta(days=90)  # from the note verbale of a sample to its deadline


@dataclass(frozen=True, slots=True)
class MandateDraft:
    """A paragraph that asks, as it was typed."""

    resolution: str = ""
    paragraph: str = ""
    adopted: str = ""
    topic: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class CycleDraft:
    """What a form says of a cycle; days as they were typed, ``groups`` of addressees by their names."""

    programme: str
    name: str = ""
    session: str = ""
    report: str = ""
    previous_report: str = ""
    agenda_item: str = ""
    reference: str = ""
    mandates: tuple[MandateDraft, ...] = ()
    groups: tuple[str, ...] = (AddresseeGroup.MEMBER_STATES.value,)
    note: str = ""
    deadline: str = ""
    submission: str = ""
    observed_since: str = ""
    second_person: bool = False
    late: str = ""
    """Where late replies go, ``web`` or ``addendum``; as the programme says where it is empty."""


def draft_of_programme(programme: str, given: Sequence[ProgrammeFiles] = ()) -> CycleDraft:
    """A draft with what a programme knows: its topics, and the resolutions that asked last. Raises ``CycleBroken``."""
    found = get_programme(programme, given)
    topics = [topic for topic in found.topics if topic.resolution] or list(found.topics)
    mandates = tuple(
        MandateDraft(topic.resolution, topic.paragraph, str(topic.adopted or ""), topic.id) for topic in topics
    )
    return CycleDraft(found.id, mandates=mandates or (MandateDraft(),))


def draft_of_cycle(cycle: Cycle) -> CycleDraft:
    """A draft for the cycle after one that was: a session and a year later, its report the previous one."""
    calendar = cycle.calendar
    return CycleDraft(
        cycle.programme.id,
        session=str(cycle.session + 1),
        previous_report=cycle.report,
        mandates=tuple(
            MandateDraft(one.resolution, one.paragraph, one.adopted.isoformat(), one.topic, one.item)
            for one in cycle.mandates
        ),
        groups=tuple(group.value for group in cycle.addressees.groups),
        note=_year_later(calendar.note),
        deadline=_year_later(calendar.deadline),
        submission=_year_later(calendar.submission) if calendar.submission else "",
        observed_since=calendar.submission.isoformat() if calendar.submission else "",
        second_person=cycle.approval.second_person,
    )


def sample_of(draft: CycleDraft, day: date) -> CycleDraft:
    """A draft with something in every place that a note verbale needs, to be looked at and not opened: a call of a day,
    with a resolution of each topic that has none."""
    mandates = tuple(
        replace(
            one,
            resolution=one.resolution or f"A/RES/80/{number}",
            paragraph=one.paragraph or "1",
            adopted=one.adopted or day.isoformat(),
        )
        for number, one in enumerate(draft.mandates, start=1)
    )
    return replace(
        draft,
        name="sample",
        session="80",
        agenda_item="1",
        reference="–",
        mandates=mandates,
        note=day.isoformat(),
        deadline=(day + _CALL).isoformat(),
        late="web",
    )


def _year_later(day: date) -> str:
    try:
        return day.replace(year=day.year + 1).isoformat()
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28).isoformat()


def write_draft(draft: CycleDraft) -> str:
    """The file of terms that a draft makes. Raises ``BadReference`` for a day or a number that is none."""
    table: dict[str, Any] = {
        "programme": draft.programme,
        "name": draft.name,
        "session": _number(draft.session),
        "report": draft.report,
        "previous_report": draft.previous_report,
        "agenda_item": draft.agenda_item,
        "reference": draft.reference,
        "mandates": [_mandate(one) for one in draft.mandates if one.resolution],
        "addressees": {"groups": list(draft.groups)},
        "calendar": _calendar(draft),
    }
    if draft.late:
        table["policy"] = [{"since": day_typed(draft.note), "late": draft.late}]
    if draft.second_person:
        table["approval"] = {"second_person": True}
    return tomli_w.dumps(table)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise BadReference(text or "session", "is no number of a session; give it as 77")
    return int(text)


def _mandate(one: MandateDraft) -> dict[str, object]:
    table: dict[str, object] = {
        "resolution": one.resolution,
        "paragraph": one.paragraph,
        "adopted": day_typed(one.adopted),
        "topic": one.topic,
    }
    return table | ({"item": one.item} if one.item else {})


def _calendar(draft: CycleDraft) -> dict[str, date]:
    days = {
        "note": draft.note,
        "deadline": draft.deadline,
        "submission": draft.submission,
        "observed_since": draft.observed_since,
    }
    return {name: day_typed(text) for name, text in days.items() if text or name in ("note", "deadline")}


@dataclass(frozen=True, slots=True)
class DraftPreview:
    """What terms would make: the cycle, its addressees (codes), and the note verbale in each of its languages."""

    cycle: Cycle
    addressees: tuple[str, ...]
    notes: Mapping[Language, Document] = field(default_factory=dict)


def preview_terms(text: str, given: Sequence[ProgrammeFiles] = ()) -> DraftPreview:
    """What a file of terms would make. Raises ``CycleBroken`` with the place and the reason."""
    cycle = parse_cycle(text, FILE, given)
    check_cycle(cycle, FILE)
    languages = cycle.policy_on(cycle.calendar.deadline).languages
    notes = {language: compose_note(cycle, language, {}) for language in languages}
    return DraftPreview(cycle, find_addressees(cycle.addressees, cycle.calendar.note), notes)


def known_programmes(given: Sequence[ProgrammeFiles] = ()) -> Sequence[str]:
    """The ids of the programmes of a desk and of the package."""
    return sorted({*(one.id for one in given), *bundled_programmes()})


def topics_of(programme: str, given: Sequence[ProgrammeFiles] = ()) -> Mapping[str, str]:
    """The topics of a programme with their English titles."""
    found = get_programme(programme, given)
    return {topic.id: topic.titles.get(Language.EN, topic.id) for topic in found.topics}
