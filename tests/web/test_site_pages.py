"""The ground of the site: its first page, its language, its failures, its headers."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from verbale import __version__
from verbale.model.language import Language


def test_the_site_says_that_it_is_well(client: Client) -> None:
    assert json.loads(client.get("/healthz").content)["status"] == "ok"


def test_the_first_page_names_what_was_added_last(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "A/RES/76/901" in page or "Reporting by States" in page


@pytest.mark.parametrize("language", list(Language))
def test_the_language_of_the_interface_is_kept(client: Client, language: Language) -> None:
    answer = client.get("/documents/", {"ui": language.value, "q": "76"})
    assert (answer.status_code, answer["Location"]) == (302, "/documents/?q=76")
    page = client.get("/documents/?q=76")
    assert page["Content-Language"] == language
    direction = "rtl" if language is Language.AR else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page.content.decode()


def test_a_choice_of_language_never_leads_elsewhere(client: Client) -> None:
    assert client.get("/", {"ui": "fr"}, PATH_INFO="//evil.example/")["Location"] == "/evil.example/"


def test_what_is_not_there_is_said(client: Client) -> None:
    answer = client.get("/nothing/")
    assert answer.status_code == 404
    assert "Nothing is at this address" in answer.content.decode()


def test_each_page_names_the_version_and_its_own_address(client: Client) -> None:
    page = client.get("/licence/?from=paper").content.decode()
    assert f"Version {__version__}" in page
    assert "http://testserver/licence/?from=paper" in page


def test_no_page_lets_scripts_in(client: Client) -> None:
    answer = client.get("/")
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert b"<script>" not in answer.content
    assert b" style=" not in answer.content
