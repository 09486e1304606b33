"""Work in the background as a page, as JSON and as server-sent events.

The page works without JavaScript: it asks again by itself until the work is over. A server has few threads, so that
only some of them hold a stream open, each for a while; whoever comes when all are taken is told where the work stands
and to come again, as the browser does by itself.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from verbale.desk.access import Act, Kind, Permission, Thing
from verbale.web.viewers import ask, require
from verbale.web.work.queue import WorkState, find_work, stop_work, try_again

_STREAMS = threading.BoundedSemaphore(2)
"""The streams that a process holds open at a time: a quarter of its threads."""
_STREAM_SECONDS = 20.0
_LOOK = 0.25  # seconds between two looks at the work
_AGAIN = 2  # seconds after which a page or a browser asks again


@require_safe
def page(request: HttpRequest, work: str) -> HttpResponse:
    """Where a piece of work stands; ``?format=json`` gives it as JSON."""
    state = _get(request, work)
    if request.GET.get("format") == "json":
        return JsonResponse(_record(state), json_dumps_params={"ensure_ascii": False})
    context = {
        "work": state,
        "again": None if state.is_over else _AGAIN,
        "stream_url": reverse("work-events", args=[state.id]),
        "may_decide": bool(_may(request, state, Act.DECIDE)),
    }
    return render(request, "verbale/work.html", context)


@require_safe
def events(request: HttpRequest, work: str) -> HttpResponseBase:
    """How a piece of work goes on, as server-sent events; the last one is ``over``."""
    state = _get(request, work)
    if not _STREAMS.acquire(blocking=False):
        return _stream([f"retry: {_AGAIN * 1000}\n\n", _event(state)])
    return _stream(_Released(_changes(state, time.monotonic() + _seconds())))


@require_POST
def again(request: HttpRequest, work: str) -> HttpResponse:
    """Try work that failed again."""
    state = _get(request, work)
    require(request, Act.DECIDE, _thing(state))
    try_again(state.id)
    return HttpResponseRedirect(reverse("work", args=[state.id]))


@require_POST
def stop(request: HttpRequest, work: str) -> HttpResponse:
    """Let work be done no further."""
    state = _get(request, work)
    require(request, Act.DECIDE, _thing(state))
    stop_work(state.id)
    return HttpResponseRedirect(reverse("work", args=[state.id]))


def _get(request: HttpRequest, work: str) -> WorkState:
    state = find_work(work)
    if state is None:
        raise Http404
    require(request, Act.SEE, _thing(state))
    return state


def _thing(state: WorkState) -> Thing:
    return Thing(Kind.WORK, state.status, owner=state.owner)


def _may(request: HttpRequest, state: WorkState, act: Act) -> Permission:
    return ask(request, act, _thing(state))


def _seconds() -> float:
    return float(getattr(settings, "STREAM_SECONDS", _STREAM_SECONDS))


def _changes(state: WorkState, until: float) -> Iterator[str]:
    """Each change of the work until it is over or the stream has lasted long enough; then the browser comes again."""
    yield _event(state)
    while not state.is_over and time.monotonic() < until:
        time.sleep(_LOOK)
        now = find_work(state.id)
        if now is None:
            return
        if now.revision != state.revision:
            state = now
            yield _event(state)


class _Released:
    """What is streamed; its place is free again when it ends or the browser goes away."""

    def __init__(self, parts: Iterator[str]) -> None:
        self._parts = parts
        self._open = True

    def __iter__(self) -> Iterator[str]:
        try:
            yield from self._parts
        finally:
            self.close()

    def close(self) -> None:
        """Free the place, once."""
        if self._open:
            self._open = False
            _STREAMS.release()


def _stream(parts: list[str] | _Released) -> StreamingHttpResponse:
    response = StreamingHttpResponse(parts, content_type="text/event-stream")
    response["Cache-Control"] = "private, no-store"
    response["X-Accel-Buffering"] = "no"  # A proxy would hold the events back.
    if isinstance(parts, _Released):
        response._resource_closers.append(parts.close)
    return response


def _event(state: WorkState) -> str:
    name = "over" if state.is_over else "progress"
    return f"id: {state.revision}\nevent: {name}\ndata: {json.dumps(_record(state), ensure_ascii=False)}\n\n"


def _record(state: WorkState) -> dict[str, object]:
    return {
        "id": state.id,
        "title": state.title,
        "status": state.status,
        "attempts": state.attempts,
        "done": state.done,
        "total": state.total,
        "words": state.words,
    }
