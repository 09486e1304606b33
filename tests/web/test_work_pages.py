"""Work as a page, as JSON and as server-sent events, for whom it is."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult
from tests.web.work_tasks import count

from verbale.web.making_accounts import add_account
from verbale.web.models import Worker
from verbale.web.site import Site
from verbale.web.views import work_pages
from verbale.web.work import work_claims
from verbale.web.work.queue import ask_for, find_work

PASSWORD = "three plain words 9"
NO_WORK = "00000000-0000-4000-8000-000000000000"


def signed_in(name: str, role: str) -> Client:
    add_account(name, role, password=PASSWORD)
    client = Client()
    assert client.post("/accounts/login/", {"login": name, "password": PASSWORD}).status_code == 302
    return client


@pytest.fixture
def owner(site: Site) -> Iterator[Client]:
    """The officer who asks for the work."""
    call_command("createcachetable", verbosity=0)
    cache.clear()
    for model in (DBTaskResult, Worker, get_user_model()):
        model.objects.all().delete()
    yield signed_in("a.officer", "officer")
    for model in (DBTaskResult, Worker, get_user_model()):
        model.objects.all().delete()


@pytest.fixture
def work(owner: Client) -> str:
    return ask_for(count, {"where": "nowhere", "parts": 4, "pause": 0.0}, "Counting to four", "a.officer")


def test_a_page_says_where_work_stands_without_javascript(owner: Client, work: str) -> None:
    page = owner.get(f"/work/{work}/").content.decode()
    assert "Counting to four" in page
    assert "Waiting to be done." in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    work_claims.show_life("w")
    claimed = work_claims.claim("w")
    assert claimed is not None
    work_claims.report(claimed, 2, 4)
    assert '<progress value="2" max="4">' in owner.get(f"/work/{work}/").content.decode()
    work_claims.finish(claimed, None)
    page = owner.get(f"/work/{work}/").content.decode()
    assert "Done." in page
    assert "refresh" not in page
    record = json.loads(owner.get(f"/work/{work}/?format=json").content)
    assert (record["status"], record["title"], record["attempts"]) == ("done", "Counting to four", 1)
    assert "owner" not in record


def test_work_is_for_whoever_asked_and_for_those_who_keep_the_site(owner: Client, work: str) -> None:
    missing = Client().get(f"/work/{NO_WORK}/")
    for role, sees, decides in (
        ("officer", True, False), ("translator", False, False), ("administrator", True, True), ("operator", True, True),
    ):  # fmt: skip
        other = signed_in(f"b.{role}", role)
        assert other.get(f"/work/{work}/").status_code == (200 if sees else 404)
        events = other.get(f"/work/{work}/events")
        events.close()
        assert events.status_code == (200 if sees else 404)
        stop = other.post(f"/work/{work}/stop")
        assert stop.status_code == (302 if decides else 403 if sees else 404)
        if sees and not decides:
            assert "is for whoever asked for it, administrators and the operator." in stop.content.decode()
        if decides:
            assert other.post(f"/work/{work}/again").status_code == 302
    for path in (work, NO_WORK, "no-number"):
        answer = Client().get(f"/work/{path}/")
        assert answer.status_code == 404
        assert answer.content.replace(path.encode(), b"") == missing.content.replace(NO_WORK.encode(), b"")


def test_work_is_stopped_and_tried_again_by_forms_with_their_token(owner: Client, work: str) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"cookie": f"sessionid={owner.cookies['sessionid'].value}"})
    assert strict.post(f"/work/{work}/stop").status_code == 403
    assert owner.get(f"/work/{work}/stop").status_code == 405
    assert owner.post(f"/work/{work}/stop").status_code == 302
    page = owner.get(f"/work/{work}/").content.decode()
    assert "Somebody stopped it" in page
    assert "Try again" in page
    owner.post(f"/work/{work}/again")
    state = find_work(work)
    assert state is not None
    assert state.status == "ready"


def events_of(client: Client, work: str) -> list[tuple[str, dict[str, object]]]:
    answer = client.get(f"/work/{work}/events")
    assert answer["Content-Type"] == "text/event-stream"
    text = b"".join(answer.streaming_content).decode()
    answer.close()
    found = []
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines())
        if "data" in lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


def test_events_say_each_change_until_it_is_over(owner: Client, work: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_pages, "_LOOK", 0.01)
    work_claims.show_life("w")
    claimed = work_claims.claim("w")
    assert claimed is not None
    looks = 0

    def go_on(seconds: float) -> None:
        nonlocal looks
        looks += 1
        if looks in (1, 3):
            work_claims.report(claimed, looks, 4)
        elif looks == 4:
            work_claims.finish(claimed, None)

    monkeypatch.setattr(time, "sleep", go_on)
    found = events_of(owner, work)
    assert [(name, one["done"]) for name, one in found] == [
        ("progress", 0), ("progress", 1), ("progress", 3), ("over", 3),
    ]  # fmt: skip
    assert events_of(owner, work)[0][0] == "over"


def test_a_stream_ends_in_time_and_whoever_finds_none_free_comes_again(
    owner: Client, work: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "STREAM_SECONDS", 0.05, raising=False)
    monkeypatch.setattr(work_pages, "_LOOK", 0.01)
    monkeypatch.setattr(work_pages, "_STREAMS", threading.BoundedSemaphore(1))
    held = owner.get(f"/work/{work}/events")
    told = owner.get(f"/work/{work}/events")
    assert b"".join(told.streaming_content).startswith(b"retry: 2000\n\nid: ")
    held.close()  # The browser goes away before a word was sent.
    assert [name for name, _ in events_of(owner, work)] == ["progress"]
    assert [name for name, _ in events_of(owner, work)] == ["progress"]
    assert work_claims.sweep(timedelta(0)) == 0
