"""What an operator watches: readiness, figures, lines of JSON; and that none of it has an address or a word in it."""

from __future__ import annotations

import io
import json
import logging
import logging.config
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django_tasks_db.models import DBTaskResult
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from tests.web.work_tasks import count

from verbale.errors import BadReference, Damaged
from verbale.web import site_levels, urls
from verbale.web.log_words import logging_of
from verbale.web.metrics import LEVELS, count_event, record_work, start_metrics, stop_metrics
from verbale.web.models import Worker
from verbale.web.request_records import HEADER
from verbale.web.services import services_of_environment
from verbale.web.site import Site
from verbale.web.work import work_claims
from verbale.web.work.queue import ask_for

SECRETS = ("the-words-of-the-letter", "somebody@example.org", "2-diw7bo-3a6c")
KEYS = {"at", "level", "logger", "message", "request", "route", "status", "milliseconds", "method", "error"}


def break_down(request: HttpRequest, word: str) -> HttpResponse:
    """A page whose error quotes a letter, and a library logs what it was given."""
    logging.getLogger("some.library").warning("could not read %s of " + SECRETS[0], SECRETS[1])
    logging.getLogger("some.library").warning(SECRETS[2])
    raise ValueError(SECRETS[0]) from Damaged(SECRETS[1], SECRETS[2])


class Urls:
    """The addresses of the site with one that fails."""

    urlpatterns = [*urls.urlpatterns, path("breaks/<str:word>/", break_down, name="breaks")]  # noqa: RUF012
    handler500 = urls.handler500
    handler404 = urls.handler404
    handler403 = urls.handler403
    handler400 = urls.handler400


@pytest.fixture(params=[True, False], ids=["json", "text"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What the site writes of what is logged, in both forms."""
    out = io.StringIO()
    made = logging_of(as_json=request.param)
    made["handlers"]["errors"]["stream"] = out
    held = logging.root.handlers[:], logging.root.level
    logging.config.dictConfig(made)
    yield out
    logging.root.handlers[:], level = held
    logging.root.setLevel(level)
    logging.getLogger("verbale.requests").setLevel(logging.WARNING)


def ask_everything(client: Client) -> list[HttpResponse]:
    """Requests that fail in every way there is, with secrets in all that a browser sends."""
    word, address, key = SECRETS
    sent = {"HTTP_X_REQUEST_ID": key, "HTTP_REFERER": f"https://elsewhere.example/{key}", "HTTP_USER_AGENT": word}
    strict = Client(raise_request_exception=False, enforce_csrf_checks=True)
    with override_settings(ROOT_URLCONF=Urls):
        return [
            client.get(f"/search/?q={word}", **sent),
            client.get(f"/breaks/{key}/?q={address}", **sent),
            client.get(f"/{key}/{address}", **sent),
            client.get(f"/accounts/password/reset/key/{key}/", **sent),
            client.get(f"/documents/{key}/", **sent),
            client.get("/", **sent | {"HTTP_HOST": f"{key}.example"}),
            strict.post("/report-error/", {"words": word, "answer": address}, **sent),
            client.put("/healthz", data=word, content_type="text/plain", **sent),
            client.generic("STRANGE", f"/{key}", **sent),
        ]


def test_no_line_has_an_address_a_key_or_a_word(site: Site, written: io.StringIO) -> None:
    answers = ask_everything(Client(raise_request_exception=False))
    assert {answer.status_code for answer in answers} >= {200, 400, 403, 404, 405, 500}
    said = written.getvalue()
    assert len(said.splitlines()) > len(answers)
    assert [secret for secret in SECRETS if secret in said] == []
    assert "ValueError" in said
    assert "break_down" in said


def test_each_request_is_a_line_with_its_number_and_the_name_of_its_route(site: Site, tmp_path: Path) -> None:
    out = io.StringIO()
    made = logging_of(as_json=True)
    made["handlers"]["errors"]["stream"] = out
    held = logging.root.handlers[:], logging.root.level
    try:
        logging.config.dictConfig(made)
        answers = ask_everything(Client(raise_request_exception=False))
    finally:
        logging.root.handlers[:] = held[0]
        logging.root.setLevel(held[1])
        logging.getLogger("verbale.requests").setLevel(logging.WARNING)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert all(set(line) <= KEYS for line in lines)
    of_requests = [line for line in lines if line["logger"] == "verbale.requests"]
    assert [line["request"] for line in of_requests] == [answer[HEADER] for answer in answers]
    assert len({answer[HEADER] for answer in answers}) == len(answers)
    assert [line["status"] for line in of_requests] == [answer.status_code for answer in answers]
    routes = [line["route"] for line in of_requests]
    assert routes[:3] == ["search", "breaks", "none"]
    assert of_requests[-1]["method"] == "other"
    (error,) = [line for line in lines if "break_down" in line.get("error", "")]
    assert error["request"] == answers[1][HEADER]


def figures_of(reader: InMemoryMetricReader) -> dict[str, list[tuple[dict[str, Any], float]]]:
    """The figures by name, each with what it is of, and its value or how often it was recorded."""
    found: dict[str, list[tuple[dict[str, Any], float]]] = {}
    data: Any = reader.get_metrics_data()
    for resource in data.resource_metrics:
        for scope in resource.scope_metrics:
            for metric in scope.metrics:
                points = metric.data.data_points
                values = [point.count if hasattr(point, "count") else point.value for point in points]
                found[metric.name] = list(zip((dict(point.attributes) for point in points), values, strict=True))
    return found


@pytest.fixture
def reader() -> Iterator[InMemoryMetricReader]:
    """Figures that are read here and sent nowhere."""
    made = InMemoryMetricReader()
    start_metrics("", "web", site_levels.find_levels, reader=made)
    yield made
    stop_metrics()


def test_figures_have_routes_and_statuses_and_no_word(site: Site, reader: InMemoryMetricReader) -> None:
    ask_everything(Client(raise_request_exception=False))
    record_work("read_intake", "done", 2.0)
    count_event("mail", "sent")
    figures = figures_of(reader)
    requests = figures["http.server.request.duration"]
    assert ({"http.route": "search", "http.request.method": "GET", "http.response.status_code": 200}, 1) in requests
    assert ({"http.route": "breaks", "http.request.method": "GET", "http.response.status_code": 500}, 1) in requests
    assert sum(times for _, times in requests) == 9
    assert figures["verbale.work"] == [({"verbale.task": "read_intake", "verbale.outcome": "done"}, 1)]
    assert figures["verbale.events"] == [({"verbale.kind": "mail", "verbale.outcome": "sent"}, 1)]
    assert set(LEVELS) <= set(figures)
    assert not [secret for secret in SECRETS if secret in repr(figures)]


def test_the_queue_and_its_workers_are_among_the_figures(site: Site, reader: InMemoryMetricReader) -> None:
    DBTaskResult.objects.all().delete()
    before = dict(map(_by_status, figures_of(reader)["verbale.queue.length"]))
    work = ask_for(count, {"where": "-", "parts": 2, "pause": 0.25}, "counting", "")
    work_claims.show_life("one")
    figures = figures_of(reader)
    after = dict(map(_by_status, figures["verbale.queue.length"]))
    assert after["ready"] == before["ready"] + 1
    assert figures["verbale.queue.age"][0][1] > 0
    assert figures["verbale.workers"] == [({}, 1)]
    Worker.objects.all().delete()
    DBTaskResult.objects.filter(pk=work).delete()


def _by_status(row: tuple[dict[str, Any], float]) -> tuple[str, float]:
    return str(row[0]["verbale.status"]), row[1]


def test_figures_go_to_the_collector_that_is_named_and_to_no_page(site: Site) -> None:
    taken: list[tuple[str, bytes]] = []

    class Collector(BaseHTTPRequestHandler):
        """Take what is sent."""

        def do_POST(self) -> None:
            taken.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        start_metrics(f"http://127.0.0.1:{server.server_port}", "web")
        ask_everything(Client(raise_request_exception=False))
        stop_metrics()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    (address, body), *_ = taken
    assert address == "/v1/metrics"
    sent = ExportMetricsServiceRequest.FromString(_unpacked(body))
    names = {one.name for one in sent.resource_metrics[0].scope_metrics[0].metrics}
    assert "http.server.request.duration" in names
    assert not [secret for secret in SECRETS if secret in str(sent)]
    assert Client().get("/metrics").status_code == 404


def _unpacked(body: bytes) -> bytes:
    import gzip  # noqa: PLC0415 (only here)

    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


def test_nothing_of_it_is_loaded_where_no_collector_is_named() -> None:
    script = (
        "import sys; from verbale.web.metrics import *; start_metrics('', 'web'); record_request('a', 'GET', 200, 1);"
        "sys.exit(any(name.startswith('opentelemetry') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_site_is_ready_where_each_part_is_there(client: Client, site: Site, tmp_path: Path) -> None:
    Worker.objects.all().delete()
    answer = client.get("/readyz")
    parts = {"database": True, "storage": True, "worker": False, "index": True}
    assert (answer.status_code, answer.json()) == (503, {"status": "not ready", "parts": parts})
    work_claims.show_life("one")
    assert client.get("/readyz").json() == {"status": "ready", "parts": parts | {"worker": True}}
    settings.SITE = replace(site, folder=tmp_path / "nowhere")
    assert client.get("/readyz").json()["parts"] == parts | {"worker": True, "storage": False, "index": False}
    settings.SITE = site
    Worker.objects.all().delete()
    assert client.get("/healthz").json()["status"] == "ok"


def test_what_the_environment_says_of_logs_and_figures_is_looked_at() -> None:
    made = services_of_environment({"VERBALE_LOG": "json", "VERBALE_METRICS": "http://127.0.0.1:4318"})
    assert (made.json_logs, made.metrics) == (True, "http://127.0.0.1:4318")
    assert not services_of_environment({}).json_logs
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("verbale.web.services.find_spec", lambda name: None)
        with pytest.raises(BadReference, match=r"verbale\[metrics\]"):
            services_of_environment({"VERBALE_METRICS": "http://127.0.0.1:4318"})
    for name, value in (("VERBALE_LOG", "xml"), ("VERBALE_METRICS", "127.0.0.1:4318"), ("VERBALE_METRICS", "ftp://a")):
        with pytest.raises(BadReference, match=name):
            services_of_environment({name: value})
