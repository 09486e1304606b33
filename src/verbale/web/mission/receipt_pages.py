"""Receipts: shown and downloaded by the mission, and checked by anybody who has the receipt and the file."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verbale.errors import VerbaleError
from verbale.store.contents import digest_of
from verbale.web.desk.desk_words import kind_names
from verbale.web.mission.mission_frame import Mission, get_mission, letters_frame
from verbale.web.mission.mission_links import typed
from verbale.web.mission.models import Submission
from verbale.web.uploads import taken_in


def _get_submission(mission: Mission, receipt: str) -> Submission:
    row = Submission.objects.filter(cycle=mission.cycle, state=mission.state, receipt=receipt).first()
    if row is None:
        raise Http404
    return row


@require_safe
def receipt(request: HttpRequest, cycle: str, receipt: str) -> HttpResponse:
    """The receipt of a letter; ``?format=txt`` is its text, to be kept."""
    mission = get_mission(request, cycle)
    row = _get_submission(mission, receipt)
    check = request.build_absolute_uri(reverse("mission-check"))
    text = receipt_text(row, mission.folder.numbers.get(row.case, 0), check)
    if request.GET.get("format") == "txt":
        response = HttpResponse(text.encode(), content_type="text/plain; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="receipt-{row.receipt}.txt"'
        return response
    context = {
        **letters_frame(mission),
        "title": _("Receipt"),
        "row": row,
        "kind": kind_names()[row.kind],
        "number": mission.folder.numbers.get(row.case, 0),
        "text": text,
    }
    return render(request, "verbale/mission/receipt.html", context)


def receipt_text(row: Submission, number: int, check: str) -> str:
    """A receipt in plain words, one fact to a line, in English: it is read by people and by programs anywhere."""
    lines = (
        "RECEIPT",
        f"Receipt: {row.receipt}",
        f"Cycle: {row.cycle}",
        f"For: {row.state}",
        f"Case: {number} ({row.case})",
        f"File: {row.name}",
        f"SHA-256: {row.sha256}",
        f"Received: {row.submitted_at.isoformat(timespec='seconds')}",
        f"Submitted by: {row.submitted_by}",
        f"Cleared by: {row.cleared_by or 'nobody was asked'}",
        f"Entry of the record: {row.entry}",
        f"Seal of the entry: {row.seal}",
        f"To check it: the SHA-256 of the file is computed by sha256sum, or at {check}",
    )
    return "\n".join(lines) + "\n"


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Whether a file is the one that a receipt is for. Who has not both the receipt and the file learns nothing."""
    context: dict[str, object] = {"title": _("Check a receipt"), "section": "mission", "typed": {}}
    status = 200
    if request.method == "POST":
        number = typed(request.POST, "receipt")
        context["typed"] = request.POST
        upload = request.FILES.get("letter")
        try:
            if upload is None:
                context["problem"] = _("Choose the file of the letter first.")
            else:
                context |= _checked(number, upload)
        except VerbaleError as error:
            context["error"] = error
        status = 200 if context.get("row") else 409
    return render(request, "verbale/mission/check.html", context, status=status)


def _checked(number: str, upload: UploadedFile) -> dict[str, object]:
    with taken_in(upload) as path:
        digest = digest_of(path.read_bytes())
    row = Submission.objects.filter(receipt=number, sha256=digest).first()
    if row is None:
        return {"digest": digest, "problem": _("This file and this receipt do not belong together.")}
    return {"digest": digest, "row": row}
