"""The mail of a cycle: a batch looked at whole before it is queued, what became of each message, and the addresses."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verbale.app.authors import author_name, get_author
from verbale.app.clock import day_typed, today
from verbale.app.cycles import CycleFolder
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.addressees import find_addressees
from verbale.desk.cases import CycleStage
from verbale.desk.commands import Actor
from verbale.desk.cycle import AddresseeGroup, Addressees
from verbale.desk.deciding import Moment
from verbale.errors import BadReference, VerbaleError
from verbale.model.language import Language
from verbale.web.desk.acting import perform, this_moment
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.open_cycles import get_opened
from verbale.web.lists import Choice, Column, Table, list_response
from verbale.web.mail.mail_sending import decide_uncertain
from verbale.web.mail.mail_writing import (
    DIGEST,
    NOTE,
    REMINDER,
    REQUEST,
    Draft,
    addresses_of,
    draft_batch,
    find_codes,
    queue_batch,
)
from verbale.web.mail.mailbox_reading import send_on
from verbale.web.models import Contact, IncomingMail, OutgoingMail, Snooze
from verbale.web.templatetags.written_words import current_language, written_date
from verbale.web.viewers import require, viewer_of

_LONGEST_SNOOZE = timedelta(days=366)


def kind_words() -> dict[str, str]:
    """What messages are called."""
    return {
        NOTE: _("the note verbale"),
        REMINDER: _("a reminder"),
        REQUEST: _("the whole request once more"),
        DIGEST: _("the reminders of all open cycles in one message"),
    }


def status_words() -> dict[str, str]:
    """What became of messages."""
    return {
        "waiting": _("waiting"),
        "sending": _("being sent"),
        "sent": _("sent"),
        "returned": _("came back"),
        "refused": _("refused"),
        "uncertain": _("uncertain: look at the server"),
        "cancelled": _("left"),
    }


@require_safe
def mail(request: HttpRequest, cycle: str) -> HttpResponse:
    """Every message of a cycle with what became of it; ``?format=`` gives exactly that."""
    folder = get_opened(request, cycle)
    rows = _rows(folder)
    columns = (
        Column("addressee", _("Addressee")),
        Column("kind", _("What"), show=lambda kind: kind_words().get(kind, kind)),
        Column("recipients", _("To")),
        Column("send_at", _("When"), show=lambda at: f"{written_date(at[:10])} {at[11:16]}"),
        Column("status", _("What became of it"), show=lambda status: status_words().get(status, status)),
        Column("answer", _("What came back")),
        Column("words", _("Words of the server"), language=lambda row: "en"),
        Column("number", _("Number"), "number"),
        Column("code", _("Code"), hidden=True),
    )
    table = Table(f"{cycle}-mail", _("Messages"), columns, rows, (Choice("status", _("Status"), status_words()),))
    context = {
        **frame_of(folder, "outbox", (_("Outbox"), reverse("desk-outbox", args=[cycle]))),
        "title": _("Mail"),
        "undecided": OutgoingMail.objects.filter(cycle=cycle, status__in=("uncertain", "refused")).order_by("pk"),
        "kinds": kind_words(),
        "unassigned": IncomingMail.objects.filter(kind="letter", cycle="").order_by("pk"),
    }
    return list_response(request, "verbale/desk/mail.html", table, context)


def _rows(folder: CycleFolder) -> list[dict[str, object]]:
    """Every message of a cycle, the latest first."""
    language, added = current_language(), folder.case.added_authors
    answers = dict(IncomingMail.objects.filter(mail__cycle=folder.address.name).values_list("mail_id", "kind"))
    return [
        {
            "number": row.pk,
            "addressee": author_name(row.code, language, added),
            "code": row.code,
            "kind": row.kind,
            "recipients": row.recipients,
            "send_at": row.send_at.isoformat(timespec="minutes"),
            "status": row.status,
            "answer": {"absence": _("an answer that nobody wrote"), "bounce": _("came back")}.get(
                answers.get(row.pk, ""), _("answered") if row.pk in answers else ""
            ),
            "words": row.words,
        }
        for row in OutgoingMail.objects.filter(cycle=folder.address.name).order_by("-pk")
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: HttpRequest, cycle: str) -> HttpResponse:
    """A batch of messages: what each would say and to whom; with ``go`` it is queued."""
    folder = get_opened(request, cycle, Act.DECIDE)
    said = request.POST if request.method == "POST" else request.GET
    kind = said.get("kind", NOTE if folder.case.stage is CycleStage.DRAFTED else REMINDER)
    try:
        named = [get_author(line, folder.case.added_authors) for line in said.get("to", "").split("\n") if line.strip()]
        at = this_moment()
        drafts = draft_batch(folder, kind, find_codes(folder, kind, named, at.day), viewer_of(request).actor, at)
        send_at = _moment(said.get("send_at", ""), folder)
        if request.method == "POST" and request.POST.get("go"):
            return _queued(request, folder, kind, drafts, send_at)
    except VerbaleError as error:
        return _batch_page(request, folder, kind, (), error)
    return _batch_page(request, folder, kind, drafts)


def _moment(text: str, folder: CycleFolder) -> datetime:
    """When a batch is sent: as it was typed, in the time zone of the desk; now where it is empty."""
    if not text.strip():
        return timezone.now()
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise BadReference(text, _("is no date and time; write 2022-05-20T14:00")) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(folder.cycle.calendar.zone))


def _queued(
    request: HttpRequest, folder: CycleFolder, kind: str, drafts: Sequence[Draft], send_at: datetime
) -> HttpResponse:
    name = request.POST.get("batch", "")

    def act(actor: Actor, at: Moment) -> str:
        count = queue_batch(folder, kind, drafts, name, send_at, actor, at)
        return ngettext("%(count)s message is queued.", "%(count)s messages are queued.", count) % {"count": count}

    error = perform(request, folder, "cycle", act)
    if error is not None:
        return _batch_page(request, folder, kind, drafts, error)
    return HttpResponseRedirect(reverse("desk-mail", args=[folder.address.name]))


def _batch_page(
    request: HttpRequest, folder: CycleFolder, kind: str, drafts: Sequence[Draft], error: VerbaleError | None = None
) -> HttpResponse:
    language, added = current_language(), folder.case.added_authors
    said = request.POST if request.method == "POST" else request.GET
    context = {
        **frame_of(folder, "outbox", (_("Outbox"), reverse("desk-outbox", args=[folder.address.name]))),
        "title": _("Send mail"),
        "kind": kind,
        "kinds": kind_words(),
        "drafts": [(draft, author_name(draft.code, language, added)) for draft in drafts],
        "ready": sum(bool(draft.recipients) for draft in drafts),
        "sample": next((draft for draft in drafts if draft.recipients), drafts[0] if drafts else None),
        # A form that is sent twice is of one batch: it is named when the page is made.
        "batch": f"{len(folder.entries)}",
        "to": said.get("to", ""),
        "send_at": said.get("send_at", ""),
        "error": error,
    }
    return render(request, "verbale/desk/mail_batch.html", context, status=409 if error else 200)


@require_POST
def decide(request: HttpRequest, cycle: str) -> HttpResponse:
    """Send a message again whose sending was broken off or refused, or leave it; put a reminder off; place a letter."""
    folder = get_opened(request, cycle, Act.DECIDE)
    number = request.POST.get("number", "")
    known = int(number) if number.isascii() and number.isdigit() and len(number) < 12 else 0
    act = request.POST.get("act", "")
    if act in ("again", "leave") and OutgoingMail.objects.filter(pk=known, cycle=cycle).exists():
        decide_uncertain(known, again=act == "again")
    elif act == "snooze":
        _snooze(request, folder)
    elif act == "place":
        _place(request, folder, known)
    return HttpResponseRedirect(reverse("desk-mail", args=[cycle]))


def _snooze(request: HttpRequest, folder: CycleFolder) -> None:
    try:
        code = get_author(request.POST.get("code", ""), folder.case.added_authors)
        until = day_typed(request.POST.get("until", ""))
        if until > date.fromisoformat(today()) + _LONGEST_SNOOZE:
            raise BadReference(str(until), _("is more than a year ahead"))
    except VerbaleError as error:
        messages.error(request, str(error))
        return
    Snooze.objects.update_or_create(cycle=folder.address.name, code=code, defaults={"until": until})
    messages.success(request, _("The reminder is put off until %(day)s.") % {"day": until})


def _place(request: HttpRequest, folder: CycleFolder, number: int) -> None:
    row = IncomingMail.objects.filter(pk=number, kind="letter", cycle="").first()
    if row is not None:
        send_on(row, folder.store.get_content(row.content), folder.address.name, viewer_of(request).actor)
        messages.success(request, _("The letter is in the inbox."))


@require_http_methods(["GET", "HEAD", "POST"])
def contacts(request: HttpRequest) -> HttpResponse:
    """The addresses that addressees are written to; typed one by one, or taken in from a table."""
    require(request, Act.DECIDE, Thing(Kind.CYCLE, CycleStage.DRAFTED))
    if request.method == "POST":
        lines = request.POST.get("lines", "")
        for upload in request.FILES.getlist("files"):
            lines += "\n" + upload.read(1_000_000).decode("utf-8", "replace")
        kept, wrong = keep_contacts(lines)
        messages.success(request, _("%(count)s addressees were kept.") % {"count": kept})
        for problem in wrong[:20]:
            messages.error(request, problem)
        return HttpResponseRedirect(reverse("desk-contacts"))
    columns = (
        Column("name", _("Addressee")),
        Column("code", _("Code")),
        Column("addresses", _("Addresses")),
        Column("language", _("Language")),
        Column("known", _("Known"), hidden=True),
    )
    table = Table("contacts", _("Addresses"), columns, _contact_rows(), (Choice("known", _("Address known")),), "name")
    context = {
        "section": "desk",
        "title": _("Addresses"),
        "crumbs": [{"label": _("Desk"), "url": reverse("desk")}, {"label": _("Addresses")}],
    }
    return list_response(request, "verbale/desk/contacts.html", table, context)


def _contact_rows() -> list[dict[str, object]]:
    """Who can be written to, with the addresses that are known."""
    held = {row.code: row for row in Contact.objects.all()}
    codes = sorted({*held, *find_addressees_now()})
    return [
        {
            "code": code,
            "name": author_name(code, current_language()),
            "addresses": held[code].addresses if code in held else "",
            "language": held[code].language if code in held else "",
            "known": _("yes") if code in held else _("no"),
        }
        for code in codes
    ]


def find_addressees_now() -> Sequence[str]:
    """The Member States and observers of today."""
    groups = (AddresseeGroup.MEMBER_STATES, AddresseeGroup.OBSERVERS)
    return find_addressees(Addressees(groups), date.fromisoformat(today()))


def keep_contacts(text: str) -> tuple[int, list[str]]:
    """Keep addresses from lines of ``State, language, address, address…``; how many, and what is wrong with the rest.

    A line without an address takes the addressee out.
    """
    kept, wrong = 0, []
    for cells in csv.reader(io.StringIO(text.replace("\x00", "").replace("\t", ",").replace(";", ","))):
        cells = [cell.strip() for cell in cells if cell.strip()]
        if not cells or cells[0].lower() in ("code", "state"):
            continue
        try:
            code = get_author(cells[0])
        except BadReference as error:
            wrong.append(str(error))
            continue
        language = next((cell for cell in cells[1:] if cell in set(Language)), Language.EN.value)
        addresses = addresses_of(",".join(cells[1:]))
        others = [cell for cell in cells[1:] if "@" in cell and cell not in addresses]
        if others:
            wrong.append(_("%(code)s: no address: %(words)s") % {"code": code, "words": ", ".join(others)})
            continue
        if addresses:
            values = {"addresses": ", ".join(addresses), "language": language}
            Contact.objects.update_or_create(code=code, defaults=values)
        else:
            Contact.objects.filter(code=code).delete()
        kept += 1
    return kept, wrong


@require_safe
def message(request: HttpRequest, cycle: str, number: int) -> HttpResponse:
    """The bytes of a message as it is sent."""
    folder = get_opened(request, cycle, Act.TAKE_AWAY)
    row = OutgoingMail.objects.filter(pk=number, cycle=cycle).first()
    if row is None:
        raise Http404
    response = HttpResponse(folder.store.get_content(row.content), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{row.kind}.{row.code}.eml"'
    return response
