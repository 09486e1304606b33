"""What became of all that was received: of each letter, and of each unit of each letter, the losses first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_tasks import task

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.encoding import encode
from verbale.app.kept_reconciling import Reconciled, get_reconciled, is_reconciled
from verbale.desk.access import Act
from verbale.desk.cases import ReplyCase
from verbale.errors import VerbaleError
from verbale.model.document import Document
from verbale.model.reconciliation import Fate, Reconciliation, UnitFate
from verbale.render.reconciliation_view import reconciliation_csv, reconciliation_page
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import fate_names, names_of_authors
from verbale.web.desk.event_words import name_of_letter
from verbale.web.desk.open_cycles import get_opened, open_now
from verbale.web.lists import Choice, Column, Row, Table, list_response
from verbale.web.unit_names import UnitNames, names_of
from verbale.web.viewers import viewer_of
from verbale.web.work.queue import ask_for

_AT_ONCE = 200  # letters that are reconciled while somebody waits for the page
_EXCERPT = 90  # characters of a unit that are shown
_LOSSES_FIRST = {fate: -place for place, fate in enumerate(Fate)}
_FORMS = {"html": "text/html", "csv": "text/csv", "json": "application/json"}


@require_safe
def reconciliation(request: HttpRequest, cycle: str) -> HttpResponse:
    """What became of every letter that was received: how many characters of it have which fate."""
    folder = get_opened(request, cycle)
    made = _reconciled(folder)
    if made is None:
        return _waiting(request, folder)
    rows = [_account(folder, one) for one in made.found.accounts]
    columns = (
        Column("author", _("Author"), link=lambda row: reverse("desk-letter", args=[cycle, row["case"]])),
        Column("version", _("Version"), "number"),
        Column("counts", _("Counts")),
        Column("characters", _("Characters"), "number", link=lambda row: _units_of(cycle, row["case"])),
        Column("fates", _("What became of them")),
        Column("omitted", _("Lost"), "number"),
        Column("unsettled", _("Without a fate"), "number"),
        Column("reason", _("Why"), language=lambda row: "en"),
        Column("case", _("Case"), hidden=True),
    )
    choices = (Choice("counts", _("Counts")),)
    table = Table(f"{cycle}-reconciliation", _("Letters"), columns, rows, choices, "-omitted", stack=True)
    context = {**_context(folder, made.found), "title": _("Reconciliation")}
    return list_response(request, "verbale/desk/reconciliation.html", table, context)


def _units_of(cycle: str, case: str) -> str:
    return f"{reverse('desk-units', args=[cycle])}?case={quote(case)}"


def _account(folder: CycleFolder, one: Any) -> Row:  # noqa: ANN401 (an Account, whose fields are those of the row)
    names = fate_names()
    return {
        "case": one.case,
        "author": names_of_authors((one.state,), folder.case.added_authors) if one.state else one.name,
        "version": one.version,
        "counts": _("yes") if one.counts else "",
        "characters": one.characters,
        "omitted": one.fates.get(Fate.OMITTED, 0),
        "fates": ", ".join(f"{names[fate]} {count:,}" for fate, count in one.fates.items() if count),
        "unsettled": len(one.unsettled),
        "reason": one.reason,
    }


def _context(folder: CycleFolder, found: Reconciliation, *crumbs: tuple[str, str]) -> dict[str, object]:
    return {
        **frame_of(folder, "reconciliation", *crumbs),
        "found": found,
        "lost": found.total(Fate.OMITTED),
        "forms": list(_FORMS),
    }


@require_safe
def units(request: HttpRequest, cycle: str) -> HttpResponse:
    """What became of every unit of every letter, or of one letter that is named by ``?case=``."""
    folder = get_opened(request, cycle)
    made = _reconciled(folder)
    if made is None:
        return _waiting(request, folder)
    letters = _Letters(folder)
    case = request.GET.get("case", "")
    rows = [letters.row(one) for one in made.units if not case or one.case == case]
    names = fate_names()
    columns = (
        Column("author", _("Letter"), link=lambda row: reverse("desk-letter", args=[cycle, row["case"]])),
        Column("version", _("Version"), "number"),
        Column("ref", _("Unit"), link=letters.place, write=letters.unit_name),
        Column("kind", _("Words"), write=letters.words, language=letters.language),
        Column("characters", _("Characters"), "number"),
        Column(
            "fate", _("What became of it"), show=lambda fate: names[fate], rank=lambda row: _LOSSES_FIRST[row["fate"]]
        ),
        Column("where", _("Where"), link=letters.printed),
        *(Column(key, key, hidden=True) for key in ("case", "counts", "page")),
    )
    choices = (Choice("fate", _("What became of it"), names), Choice("author", _("Letter")))
    table = Table(f"{cycle}-units", _("Units of the letters"), columns, rows, choices, "fate", stack=True)
    above = (_("Reconciliation"), reverse("desk-reconciliation", args=[cycle]))
    context = {**_context(folder, made.found, above), "title": _("Units of the letters")}
    return list_response(request, "verbale/desk/reconciled_units.html", table, context)


@dataclass(slots=True)
class _Letters:
    """The letters of a cycle, each read once where a row of the page shows words of it."""

    folder: CycleFolder
    replies: Mapping[str, ReplyCase] = field(init=False)
    cache: DocumentCache = field(init=False)
    read: dict[tuple[str, int], tuple[Document, UnitNames] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.replies = {reply.id: reply for reply in self.folder.replies}
        self.cache = DocumentCache(self.folder)

    def row(self, one: UnitFate) -> Row:
        author = name_of_letter(self.replies.get(one.case), self.folder.case.added_authors)
        return {
            "author": author,
            "case": one.case,
            "version": one.version,
            "counts": one.counts,
            "ref": one.ref,
            "kind": one.kind,
            "page": one.page or None,
            "characters": one.characters,
            "fate": one.fate,
            "where": one.where,
        }

    def place(self, row: Row) -> str:
        """The unit in its letter."""
        letter = reverse("desk-letter", args=[self.folder.address.name, row["case"]])
        ref = quote(row["ref"])
        return f"{letter}?version={row['version']}&at={ref}#{ref}"

    def printed(self, row: Row) -> str:
        """Where it stands, where that is a page of this site."""
        where = row["where"]
        is_issued = any(where == symbol for symbol, _day in self.folder.case.issued)
        return reverse("document-any", args=[where]) if is_issued else where if "/replies/" in where else ""

    def unit_name(self, row: Row) -> str:
        read, ref = self._read(row), row["ref"]
        node = next((node for node in read[0].nodes if node.ref == ref), None) if read else None
        return (read[1].of(node) if read and node else ref) if ref else _("what was read into no unit")

    def words(self, row: Row) -> str:
        read = self._read(row)
        text = next((node.text for node in read[0].nodes if node.ref == row["ref"]), "") if read and row["ref"] else ""
        return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()} …"

    def language(self, row: Row) -> str:
        read = self._read(row)
        return read[0].language.value if read and read[0].language else ""

    def _read(self, row: Row) -> tuple[Document, UnitNames] | None:
        key = (row["case"], row["version"])
        if key not in self.read:
            try:
                document = self.cache.letter(self.replies[row["case"]].versions[row["version"] - 1])
                self.read[key] = (document, names_of(document))
            except (VerbaleError, KeyError, IndexError):
                # What is known from print alone, or was removed meanwhile, has its refs.
                self.read[key] = None
        return self.read[key]


@require_safe
def reconciliation_file(request: HttpRequest, cycle: str, form: str) -> HttpResponse:
    """What ``verbale reconcile`` writes: the page, the rows, or all of it as JSON."""
    folder = get_opened(request, cycle, Act.TAKE_AWAY)
    made = _reconciled(folder)
    if form not in _FORMS:
        raise Http404
    if made is None:
        return _waiting(request, folder)
    found = made.found
    written = {"html": reconciliation_page, "csv": reconciliation_csv}
    content = encode(found) if form == "json" else written[form](found).encode()
    response = HttpResponse(content, content_type=f"{_FORMS[form]}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="reconciliation.{form}"'
    return response


def _reconciled(folder: CycleFolder) -> Reconciled | None:
    """The reconciliation as it stands now; none where it takes long and was not made yet."""
    kept_in = settings.SITE.folder
    if len(folder.replies) <= _AT_ONCE or is_reconciled(folder, kept_in):
        return get_reconciled(folder, kept_in)
    return None


def _waiting(request: HttpRequest, folder: CycleFolder) -> HttpResponse:
    context = {**frame_of(folder, "reconciliation"), "title": _("Reconciliation"), "letters": len(folder.replies)}
    return render(request, "verbale/desk/reconciliation_to_make.html", context)


@require_POST
def make(request: HttpRequest, cycle: str) -> HttpResponse:
    """Have every letter looked for in what came out, in the background."""
    folder = get_opened(request, cycle, Act.DECIDE)
    arguments = {"cycle": cycle, "after": len(folder.entries)}
    work = ask_for(reconcile_in_background, arguments, f"reconciling {cycle}", viewer_of(request).name)
    return HttpResponseRedirect(f"{reverse('work', args=[work])}?next={reverse('desk-reconciliation', args=[cycle])}")


@task()
def reconcile_in_background(cycle: str, after: int) -> dict[str, Any]:
    """Make the reconciliation of a cycle as it stands now, and keep it."""
    made = get_reconciled(open_now(cycle), settings.SITE.folder)
    return {"units": len(made.units)}
