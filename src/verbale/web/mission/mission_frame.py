"""Who comes to the pages of a mission, and what every page of a cycle has around it there."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from verbale.app.addressee_standings import is_note_out
from verbale.app.authors import author_name
from verbale.app.clock import now
from verbale.app.cycles import CycleFolder
from verbale.app.mission_view import find_asked
from verbale.app.recording import get_deadline
from verbale.desk.access import DRAFT, NOT_FOUND, Act, Kind, Thing
from verbale.desk.commands import Role
from verbale.store.cycle_store import find_cycles
from verbale.web.current_desk import desk_database
from verbale.web.desk.open_cycles import open_now
from verbale.web.failing import AccessRefused
from verbale.web.mission.link_sessions import device_of
from verbale.web.mission.mission_links import rights_of
from verbale.web.mission.mission_rights import Right
from verbale.web.mission.models import Device
from verbale.web.templatetags.written_words import current_language
from verbale.web.viewers import require, viewer_of

_SENT = "sent"


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission at a cycle: the cycle, its State, in what name it acts, its rights, and the device of a link."""

    folder: CycleFolder
    state: str
    name: str
    rights: frozenset[str]
    device: Device | None

    @property
    def cycle(self) -> str:
        """The name of the cycle."""
        return self.folder.address.name

    def may(self, right: Right) -> bool:
        """Whether it has a right."""
        return right.value in self.rights

    def need(self, right: Right) -> None:
        """Go on only with a right. Raises ``AccessRefused``."""
        if right.value not in self.rights:
            raise AccessRefused(_("This is not for your part in the mission. Ask whoever invited you."))


def get_mission(request: HttpRequest, cycle: str) -> Mission:
    """The mission that makes a request, at a cycle whose note verbale went to its State.

    Raises ``Http404`` for all others, as where there is no such cycle.
    """
    viewer, device = viewer_of(request), device_of(request)
    if viewer.role is not Role.MISSION or cycle not in find_cycles(desk_database()):
        raise Http404(NOT_FOUND)
    if device is not None and device.link.cycle != cycle:
        raise Http404(NOT_FOUND)
    folder = open_now(cycle)
    stage = _SENT if is_note_out(folder) else DRAFT
    require(request, Act.SEE, Thing(Kind.NOTE, stage, find_asked(folder)))
    rights = rights_of(device.link) if device else frozenset(one.value for one in Right)
    return Mission(folder, viewer.state, viewer.name, rights, device)


def cycles_of(request: HttpRequest) -> list[CycleFolder]:
    """The cycles whose note verbale went to the State of whoever makes a request, the newest first."""
    viewer, device = viewer_of(request), device_of(request)
    if viewer.role is not Role.MISSION:
        return []
    names = [device.link.cycle] if device else find_cycles(desk_database())
    opened = [open_now(name) for name in names]
    asked = [folder for folder in opened if is_note_out(folder) and viewer.state in find_asked(folder)]
    return sorted(asked, key=lambda folder: folder.cycle.calendar.note, reverse=True)


def letters_frame(mission: Mission) -> dict[str, object]:
    """The context of a page beneath that of drafts and letters."""
    crumb = (_("Drafts and letters"), reverse("mission-letters", args=[mission.cycle]))
    return mission_frame(mission, "letters", crumb)


def mission_frame(mission: Mission, section: str, *crumbs: tuple[str, str]) -> dict[str, object]:
    """The context of a page; ``crumbs`` are names and addresses of what stands above it."""
    name = mission.cycle
    sections = [
        ("asked", reverse("mission-asked", args=[name]), _("What is asked")),
        ("letters", reverse("mission-letters", args=[name]), _("Drafts and letters")),
        ("colleagues", reverse("mission-colleagues", args=[name]), _("Colleagues and devices")),
    ]
    deadline = get_deadline(mission.folder, mission.state)
    first = {"label": _("Mission"), "url": reverse("mission")}
    return {
        "section": "mission",
        "cycle_name": name,
        "cycle": mission.folder.cycle,
        "state": mission.state,
        "state_name": author_name(mission.state, current_language(), mission.folder.case.added_authors),
        "acting": mission.name,
        "may": {right.value: mission.may(right) for right in Right},
        "deadline": deadline.day.isoformat(),
        "zone": mission.folder.cycle.calendar.zone,
        "is_late": deadline.is_late(now()),
        "days_left": (deadline.day - now().date()).days,
        "sections": [{"url": url, "name": words, "current": key == section} for key, url, words in sections],
        "crumbs": [first, *({"label": label, "url": url} for label, url in crumbs)],
    }
