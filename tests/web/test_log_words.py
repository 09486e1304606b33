"""No log has words of a letter, whoever writes it and whatever goes wrong."""

from __future__ import annotations

import io
import logging
import logging.config
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from verbale.errors import Damaged
from verbale.web import urls
from verbale.web.log_words import LOGGING

SECRET = "the words of the letter"


def break_down(request: HttpRequest) -> HttpResponse:
    """A page whose error quotes a letter."""
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(f"of {SECRET}") from error


def refuse(request: HttpRequest) -> HttpResponse:
    """A page whose reader names what it read."""
    raise Damaged("letter.pdf", SECRET)


class Urls:
    """The addresses of the site with those two."""

    urlpatterns = [*urls.urlpatterns, path("breaks/", break_down), path("refuses/", refuse)]  # noqa: RUF012
    handler500 = urls.handler500
    handler404 = urls.handler404
    handler403 = urls.handler403
    handler400 = urls.handler400


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the site's own handler writes of what is logged."""
    out = io.StringIO()
    made = {**LOGGING, "handlers": {"errors": {**LOGGING["handlers"]["errors"], "stream": out}}}
    held = logging.root.handlers[:], logging.root.level
    logging.config.dictConfig(made)
    yield out
    logging.root.handlers[:], level = held
    logging.root.setLevel(level)


def test_a_page_that_breaks_down_is_logged_by_class_and_place(site: object, written: io.StringIO) -> None:
    client = Client(raise_request_exception=False)
    with override_settings(ROOT_URLCONF=Urls):
        assert client.get("/breaks/", {"q": SECRET}).status_code == 500
        assert client.get("/refuses/").status_code == 422
    said = written.getvalue()
    assert "builtins.ValueError" in said
    assert "builtins.KeyError" in said
    assert "break_down" in said
    assert "Damaged" in said
    assert SECRET not in said


def test_errors_among_the_arguments_and_as_messages_are_cut_to_their_class(written: io.StringIO) -> None:
    log = logging.getLogger("somebody.else")
    log.error("it failed: %s", ValueError(SECRET))
    log.error(OSError(SECRET))
    log.error("with %(error)s", {"error": ValueError(SECRET)})
    log.error("stack", stack_info=True)
    said = written.getvalue()
    assert said.count("builtins.ValueError") == 2
    assert "builtins.OSError" in said
    assert SECRET not in said


def test_the_token_of_a_link_is_in_no_log(site: object, written: io.StringIO) -> None:
    token = "T0kenOfALink" * 3
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/mission/links/{token}/").status_code == 403
    assert Client().get(f"/mission/links/{token}/").status_code == 404
    logging.getLogger("somebody.else").error(f"asked for /mission/links/{token}/ twice")
    said = written.getvalue()
    assert "/mission/links/…/" in said or "route mission-link" in said
    assert token not in said


def test_the_site_logs_so_and_mails_no_error() -> None:
    assert settings.LOGGING == LOGGING
    assert LOGGING["loggers"]["django"]["handlers"] == []
