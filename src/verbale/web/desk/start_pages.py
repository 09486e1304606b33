"""A cycle begun in the browser: from a programme, a cycle that was, or a file; looked at whole before it is opened."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verbale.app.authors import author_name
from verbale.app.cycle_drafting import (
    CycleDraft,
    DraftPreview,
    MandateDraft,
    draft_of_cycle,
    draft_of_programme,
    known_programmes,
    preview_terms,
    topics_of,
    write_draft,
)
from verbale.app.cycles import start_in_desk
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.cases import CycleStage
from verbale.desk.cycle import AddresseeGroup
from verbale.errors import CycleBroken, VerbaleError
from verbale.store.cycle_store import find_cycles
from verbale.web.current_desk import current_site, desk_database
from verbale.web.desk.acting import this_moment
from verbale.web.desk.open_cycles import open_now
from verbale.web.desk.programme_pages import own_programmes
from verbale.web.templatetags.written_words import current_language, direction
from verbale.web.viewers import require, viewer_of
from verbale.web.written_units import UnitWriter

_LATE = ("web", "addendum")
_BLANK_MANDATES = 3  # rows for more mandates than a draft has


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Choose what a cycle begins from, fill it in, look at what it would be, and open it."""
    require(request, Act.DECIDE, Thing(Kind.CYCLE, CycleStage.DRAFTED))
    if request.method == "POST":
        return _sent(request)
    base = request.GET.get("base", "")
    if not base:
        return render(request, "verbale/desk/start.html", _context(bases=_bases()))
    try:
        draft = _draft_of(base)
    except VerbaleError as error:
        return render(request, "verbale/desk/start.html", _context(bases=_bases(), error=error), status=404)
    return _form(request, draft)


def _context(**more: object) -> dict[str, object]:
    crumbs = [{"label": _("Desk"), "url": reverse("desk")}, {"label": _("Begin a cycle")}]
    return {"section": "desk", "crumbs": crumbs, "title": _("Begin a cycle"), **more}


def _bases() -> dict[str, list[tuple[str, str]]]:
    """What a cycle can begin from."""
    return {
        "cycles": [(f"cycle:{name}", name) for name in find_cycles(desk_database())],
        "programmes": [(f"programme:{name}", name) for name in known_programmes(own_programmes())],
    }


def _draft_of(base: str) -> CycleDraft:
    kind, _colon, name = base.partition(":")
    if kind == "cycle" and name in find_cycles(desk_database()):
        return draft_of_cycle(open_now(name).cycle)
    return draft_of_programme(name, own_programmes())


def _form(request: HttpRequest, draft: CycleDraft, error: VerbaleError | None = None, text: str = "") -> HttpResponse:
    mandates = [*draft.mandates, *(MandateDraft() for _ in range(_BLANK_MANDATES))]
    try:
        topics = topics_of(draft.programme, own_programmes())
    except CycleBroken:
        topics = {}
    context = _context(draft=draft, mandates=mandates, topics=topics, groups=_groups(), error=error, text=text)
    return render(request, "verbale/desk/start_form.html", context, status=409 if error else 200)


def _groups() -> dict[str, str]:
    return {
        AddresseeGroup.MEMBER_STATES.value: _("Member States"),
        AddresseeGroup.ALL_STATES.value: _("all States"),
        AddresseeGroup.OBSERVERS.value: _("observer States"),
        AddresseeGroup.ORGANISATIONS.value: _("organisations"),
    }


def draft_typed(form: QueryDict) -> CycleDraft:
    """The draft that a form says."""

    def one(name: str) -> str:
        return form.get(name, "").strip()

    columns = [form.getlist(f"mandate_{name}") for name in ("resolution", "paragraph", "adopted", "topic", "item")]
    rows = (tuple(cell.strip() for cell in row) for row in zip(*columns, strict=False))
    return CycleDraft(
        programme=one("programme"),
        name=one("name"),
        session=one("session"),
        report=one("report"),
        previous_report=one("previous_report"),
        agenda_item=one("agenda_item"),
        reference=one("reference"),
        mandates=tuple(MandateDraft(*row) for row in rows if row[0]),
        groups=tuple(form.getlist("groups")),
        note=one("note"),
        deadline=one("deadline"),
        submission=one("submission"),
        observed_since=one("observed_since"),
        second_person=bool(form.get("second_person")),
        late=one("late") if one("late") in _LATE else "",
    )


def _sent(request: HttpRequest) -> HttpResponse:
    """The form, its preview, or the cycle opened."""
    draft = draft_typed(request.POST)
    text = request.POST.get("terms", "").replace("\r\n", "\n")
    try:
        terms = text if text.strip() else write_draft(draft)
        preview = preview_terms(terms, own_programmes())
        if request.POST.get("go"):
            return _open(request, terms)
    except VerbaleError as error:
        return _form(request, draft, error, text)
    return _preview(request, terms, preview)


def _open(request: HttpRequest, terms: str) -> HttpResponse:
    address, _cycle = start_in_desk(
        current_site().desk, "", terms, viewer_of(request).actor, this_moment(), own_programmes()
    )
    messages.success(request, _("The cycle is open. Next, read the note verbale and send it."))
    return HttpResponseRedirect(reverse("desk-outbox", args=[address.name]))


def _preview(request: HttpRequest, terms: str, preview: DraftPreview) -> HttpResponse:
    language = current_language()
    chosen = language if language in preview.notes else next(iter(preview.notes))
    context = _context(
        cycle=preview.cycle,
        terms=terms,
        addressees=[author_name(code, language) for code in preview.addressees],
        note=UnitWriter(preview.notes[chosen]).write().whole,
        language=chosen.value,
        dir=direction(chosen.value),
    )
    return render(request, "verbale/desk/start_preview.html", context)
