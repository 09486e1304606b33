"""Clearance inside a mission: one person asks, another clears that very version, known by its checksum."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from verbale.errors import Refused
from verbale.web.mission.mission_frame import Mission
from verbale.web.mission.mission_rights import Right
from verbale.web.mission.models import Clearance, Draft, MissionRule

_DO = "clear"


def needs_two(cycle: str, state: str) -> bool:
    """Whether a mission lets nothing go out that a second person has not cleared."""
    return MissionRule.objects.filter(cycle=cycle, state=state, two_people=True).exists()


def set_two_people(mission: Mission, *, wanted: bool, at: datetime) -> None:
    """Say that two people are needed, or that one is enough.

    Whoever wrote a draft that waits does not take the second person away. Raises ``AccessRefused`` or ``Refused``.
    """
    mission.need(Right.INVITE)
    mine = Draft.objects.filter(cycle=mission.cycle, state=mission.state, written_by=mission.name).exists()
    if not wanted and mine and needs_two(mission.cycle, mission.state):
        raise Refused(mission.cycle, "let one person be enough", _("you wrote a draft that waits to be cleared"))
    MissionRule.objects.update_or_create(
        cycle=mission.cycle,
        state=mission.state,
        defaults={"two_people": wanted, "changed_by": mission.name, "changed_at": at},
    )


def ask_clearance(mission: Mission, draft: Draft, at: datetime) -> None:
    """Ask that the draft as it is now be cleared. Raises ``AccessRefused``."""
    mission.need(Right.WRITE)
    facts = {"asked_by": mission.name, "asked_at": at, "asked_on": mission.device}
    empty = {"answered_by": "", "answered_at": None, "cleared": False, "words": ""}
    Clearance.objects.update_or_create(draft=draft, sha256=draft.sha256, defaults={**facts, **empty})


def find_clearance(draft: Draft) -> Clearance | None:
    """What was asked and answered of the draft as it is now; nothing of other versions counts."""
    return Clearance.objects.filter(draft=draft, sha256=draft.sha256).first()


def answer_clearance(mission: Mission, draft: Draft, seen: str, words: str, at: datetime, *, cleared: bool) -> None:
    """Clear the version that was seen (SHA-256), or send it back with words.

    Raises ``AccessRefused``, or ``Refused`` where nobody asked, where the draft is another by now, and where whoever
    clears wrote it, asked for it, or sits at the same device.
    """
    mission.need(Right.CLEAR)
    asked = find_clearance(draft)
    if asked is None or asked.answered_at is not None:
        raise Refused(draft.name, _DO, _("nobody waits for it to be cleared"))
    if seen != draft.sha256:
        raise Refused(draft.name, _DO, _("it has changed since you opened it; read it again"))
    if not may_answer(mission, draft, asked):
        raise Refused(draft.name, _DO, _("whoever wrote it or asked for it does not clear it; another person does"))
    if not cleared and not words.strip():
        raise Refused(draft.name, "send back", _("say what is to be changed"))
    asked.answered_by, asked.answered_at, asked.cleared, asked.words = mission.name, at, cleared, words.strip()
    asked.save()


def may_answer(mission: Mission, draft: Draft, asked: Clearance) -> bool:
    """Whether somebody is another person than those who wrote a draft and asked for its clearance."""
    device = mission.device.pk if mission.device else None
    same_device = device is not None and device == asked.asked_on_id
    return mission.may(Right.CLEAR) and mission.name not in (asked.asked_by, draft.written_by) and not same_device


def cleared_by(draft: Draft) -> str:
    """Who cleared the draft as it is now; empty where nobody did."""
    answered = find_clearance(draft)
    return answered.answered_by if answered is not None and answered.cleared else ""


def need_clearance(mission: Mission, draft: Draft) -> str:
    """Who cleared the draft as it is. Raises ``Refused`` where two people are needed and nobody did."""
    by = cleared_by(draft)
    if not by and needs_two(mission.cycle, mission.state):
        reason = _("your mission asks that a second person clears it, and nobody has cleared this version")
        raise Refused(draft.name, "submit", reason)
    return by
