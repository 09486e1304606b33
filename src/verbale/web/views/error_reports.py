"""Errors that readers report, from the page where they saw them."""

from __future__ import annotations

import hashlib

from django import forms
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from verbale.app.clock import now
from verbale.web.models import ErrorReport

_LONGEST_PAGE, _LONGEST = 2000, 5000  # characters of an address and of what is said
_MOST, _HOUR = 10, 3600  # reports that one address may send in so many seconds


class ErrorForm(forms.Form):
    """The page, what is wrong on it, and where an answer may go."""

    page = forms.CharField(label=_("Page"), max_length=_LONGEST_PAGE)
    words = forms.CharField(
        label=_("What is wrong, and what is right"), max_length=_LONGEST, widget=forms.Textarea({"rows": 6})
    )
    answer = forms.EmailField(label=_("Your e-mail address, if you want an answer"), max_length=200, required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: HttpRequest) -> HttpResponse:
    """The form, or a word of thanks for what it brought."""
    if request.method != "POST":
        page = request.GET.get("page", "")[:_LONGEST_PAGE].replace("\x00", "")
        return render(request, "verbale/report_error.html", {"form": ErrorForm(initial={"page": page})})
    form = ErrorForm(request.POST)
    if not form.is_valid():
        return render(request, "verbale/report_error.html", {"form": form}, status=422)
    if _too_many(request):
        form.add_error(None, _("Many reports came from here within an hour. Nothing was kept of this one; try later."))
        return render(request, "verbale/report_error.html", {"form": form}, status=429)
    said = form.cleaned_data
    made = ErrorReport.objects.create(page=said["page"], words=said["words"], answer=said["answer"], at=now())
    return render(request, "verbale/report_error.html", {"number": made.pk, "page": said["page"]})


def _too_many(request: HttpRequest) -> bool:
    """Whether so many came from one address of late. The address itself is not kept."""
    address = hashlib.sha256(str(request.META.get("REMOTE_ADDR", "")).encode()).hexdigest()
    key = f"error-reports:{address}"
    cache.add(key, 0, _HOUR)
    try:
        return bool(cache.incr(key) > _MOST)
    except ValueError:
        return False  # the hour was over between the two
