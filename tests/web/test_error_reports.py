"""Errors that readers report are kept, a few from one place, and nothing of a wrong form is lost."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from verbale.web.models import ErrorReport


@pytest.fixture
def clean(client: Client) -> Client:
    """A site without reports."""
    ErrorReport.objects.all().delete()
    cache.clear()
    return client


def test_a_report_is_kept_with_its_page(clean: Client) -> None:
    page = clean.get("/report-error/?page=/documents/A/77/9901/en/").content.decode()
    assert 'value="/documents/A/77/9901/en/"' in page
    answer = clean.post(
        "/report-error/", {"page": "/states/CUB/", "words": "The date is that of signature.", "answer": ""}
    )
    kept = ErrorReport.objects.get()
    assert (kept.page, kept.words, kept.done) == ("/states/CUB/", "The date is that of signature.", False)
    assert f"Your report has the number {kept.pk}" in answer.content.decode()


def test_a_wrong_form_keeps_what_was_typed(clean: Client) -> None:
    answer = clean.post("/report-error/", {"page": "/", "words": "A lost sentence", "answer": "no address"})
    assert answer.status_code == 422
    assert "A lost sentence" in answer.content.decode()
    assert not ErrorReport.objects.exists()


def test_many_reports_from_one_place_are_put_off(clean: Client) -> None:
    statuses = [clean.post("/report-error/", {"page": "/", "words": f"number {n}"}).status_code for n in range(12)]
    assert statuses == [200] * 10 + [429] * 2
    assert ErrorReport.objects.count() == 10


def test_a_form_without_its_token_is_refused(clean: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/report-error/", {"page": "/", "words": "x"})
    assert answer.status_code == 403
    assert "Load its page anew, and send it again." in answer.content.decode()
