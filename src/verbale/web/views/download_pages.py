"""A document taken away: as it was received, or in one of our forms. Nothing of it is a page of the site."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from verbale.app.converted_files import FILE_FORMS, TakenFile, get_converted, get_received
from verbale.app.encoding import encode
from verbale.web.current_desk import current_site, desk_database
from verbale.web.shown_documents import ShownDocument, of_document


@of_document
def form(request: HttpRequest, shown: ShownDocument, form: str) -> HttpResponse:
    """A document in a form, by the ending of its file; ``json`` is shown in place, the others are taken away."""
    if form == "json":
        return HttpResponse(encode(shown.document), content_type="application/json")
    if form not in FILE_FORMS:
        raise Http404
    return _taken(get_converted(desk_database(), current_site().folder, shown.row, form))


@of_document
def received(request: HttpRequest, shown: ShownDocument) -> HttpResponse:
    """A document as it was received."""
    return _taken(get_received(desk_database(), shown.row))


def _taken(file: TakenFile) -> HttpResponse:
    response = HttpResponse(file.content, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response
