"""In which of several capacities somebody acts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from verbale.web.viewers import CHOSEN, memberships_of


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Act from now on in the capacity that the form names, for as long as the session lasts."""
    wanted = request.POST.get("membership", "")
    row = next((one for one in memberships_of(request) if str(one.pk) == wanted), None)
    if row is None:
        raise Http404
    request.session[CHOSEN] = row.pk
    return HttpResponseRedirect(reverse("home"))
