"""Who may look into the making of a report, and what stands around its pages.

Officers make it; translators see it and write its parts. Whoever reads it when it is issued reads it in the library.
"""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from verbale.app.clock import now
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.editing import report_day
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.access_stages import report_of
from verbale.desk.commands import Role
from verbale.desk.events import EventKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.store.cycle_store import find_cycles
from verbale.web.current_desk import desk_database
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.open_cycles import open_now
from verbale.web.viewers import ask, require, viewer_of

_DRAFT = Thing(Kind.REPORT, "drafted")
_TRANSLATOR = frozenset({"translations", "report"})
"""The pages of a cycle that a translator has."""


def get_report(request: HttpRequest, name: str, act: Act = Act.SEE) -> CycleFolder:
    """A cycle for whoever may do this with its report, and makes reports.

    Raises ``Http404`` where there is none or it is hidden, ``AccessRefused`` where it may only be looked at.
    """
    if not ask(request, Act.SEE, _DRAFT) or name not in find_cycles(desk_database()):
        raise Http404
    folder = open_now(name)
    require(request, act, report_of(folder.case))
    return folder


def is_officer(request: HttpRequest) -> bool:
    """Whether the whole cycle is open to whoever makes a request, and not the report alone."""
    return viewer_of(request).role is Role.OFFICER


def report_frame(request: HttpRequest, folder: CycleFolder, *crumbs: tuple[str, str]) -> dict[str, object]:
    """The context of a page of the report; what a translator may not open is not offered."""
    name = folder.address.name
    above = [(_("Report"), reverse("desk-report", args=[name])), *crumbs] if crumbs else []
    context = {**frame_of(folder, "report", *above), "is_officer": is_officer(request)}
    if not is_officer(request):
        own = {reverse(f"desk-{section}", args=[name]) for section in _TRANSLATOR}
        shown = frame_of(folder, "report")["sections"]
        context["sections"] = [one for one in shown if one["url"] in own] if isinstance(shown, list) else []
        context["crumbs"] = [{"label": name}, *({"label": label, "url": url} for label, url in above)]
    return context


def languages_of_report(folder: CycleFolder) -> tuple[Language, ...]:
    """The languages that the report is in, by the policy in force at the deadline."""
    return folder.cycle.policy_on(folder.cycle.calendar.deadline).languages


def get_language(folder: CycleFolder, code: str) -> Language:
    """A language of the report. Raises ``Http404`` where it is in no such language."""
    found = next((one for one in languages_of_report(folder) if one.value == code), None)
    if found is None:
        raise Http404
    return found


def day_of_report(folder: CycleFolder) -> date:
    """The date that the report bears as it stands now."""
    return report_day(folder, now())


def compiled_in(folder: CycleFolder, code: str) -> Document | None:
    """The report in a language as it was compiled last; ``None`` where it was not."""
    made = folder.case.compilation
    if made is None or code not in made.trees:
        return None
    return DocumentCache(folder).get_kept(made.trees[code])


def compilations(folder: CycleFolder) -> list[int]:
    """The numbers of the entries by which the report was compiled."""
    return [entry.number for entry in folder.entries if entry.event.kind is EventKind.REPORT_COMPILED]
