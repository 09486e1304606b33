"""Nothing before its time: every address is asked in every role, and no answer has a word that is not for that role."""

from __future__ import annotations

import gzip
import io
import itertools
import logging
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver
from tests import lengths
from tests.web.addresses import FORMS_TAKEN, TAKEN, own_names
from tests.web.conftest import fill_desk
from tests.web.desk_cases import signed_in
from tests.web.marked_desk import (
    OPEN,
    OUT,
    SOME,
    WORD,
    fill_marked,
    find_marks,
    mark_of,
    pairs_of_cases,
    values_of_places,
)

from verbale.app.cycles import CycleFolder
from verbale.desk.access import Act, Permission, Viewer, may
from verbale.desk.commands import Role
from verbale.store.cycle_store import find_cycles
from verbale.web import viewers
from verbale.web.api import api_middleware
from verbale.web.api.version_1 import api
from verbale.web.current_desk import desk_database
from verbale.web.site import Site

READER = Viewer(Role.READER)
VIEWERS = (
    Viewer(Role.OFFICER, name="walk.officer"),
    READER,
    Viewer(Role.MISSION, "CUB", "walk.cuba"),
    Viewer(Role.MISSION, "FIN", "walk.finland"),
    Viewer(Role.TRANSLATOR, name="walk.translator"),
    Viewer(Role.ADMINISTRATOR, name="walk.administrator"),
    Viewer(Role.OPERATOR, name="walk.operator"),
)
"""The officer first: what a cache would keep of those pages must not come to the others."""
_QUERIES = ("", f"?q={WORD}")
_API_PLACES = {"address": ("A/77/7701",), "language": ("en",), "name": ("Mexico",), "table": ("acts",), "key": ("x",)}
_FOLLOWED = frozenset({"work-events"})  # streams that do not end


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)])
def filled_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk of these tests alone."""
    yield from fill_desk(request, tmp_path_factory)


@pytest.fixture(scope="module")
def site_folder(filled_desk: str, tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 (a path)
    """An empty folder: the index is made by what the desk does."""
    return tmp_path_factory.mktemp("walked")


@pytest.fixture(autouse=True)
def marked(site: Site, site_folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 (a path)
    """The marked cycles, made once; and as many requests of the API as there are."""
    monkeypatch.setattr(api_middleware, "_MOST", 10**9)
    if OPEN not in find_cycles(desk_database()):
        fill_marked(site.desk, site_folder)


def client_of(viewer: Viewer) -> Client:
    return signed_in(viewer.name, viewer.role.value, viewer.state) if viewer.name else Client()


def addresses() -> Iterator[tuple[str, str]]:
    """Each address of our own with all that may stand in it, its lists in all their formats and searched.

    Every day of some letters, with ``--soak`` of all.
    """
    states = SOME if lengths.times == 1 else frozenset()
    values, pairs = values_of_places(states), pairs_of_cases(states)
    for name in sorted(own_names() - _FOLLOWED):
        for [(path, places)], *_rest in get_resolver().reverse_dict.getlist(name):
            others = [one for one in places if "case" not in places or one not in ("cycle", "case")]
            cases = [dict(zip(("cycle", "case"), pair, strict=True)) for pair in pairs] if "case" in places else [{}]
            for case, chosen in itertools.product(cases, itertools.product(*(values[one] for one in others))):
                place = "/" + str(path) % (case | dict(zip(others, chosen, strict=True)))
                yield name, place
                formats = TAKEN[name].get("format", ())
                if name == "reply-page":
                    yield name, f"{place}?published=1"
                queries = [*(f"?format={form}" for form in formats), *(_QUERIES[1:] if "q" in TAKEN[name] else ())]
                yield from ((name, f"{place}{query}") for query in queries)
    for path in api.get_openapi_schema()["paths"]:
        for values_of in itertools.product(*_API_PLACES.values()):
            place = path.format(**dict(zip(_API_PLACES, values_of, strict=True)))
            yield "api", place
            if "{" not in path:
                yield "api", f"{place}?q={WORD}"
    for query in (WORD, *(f"{WORD} {state}" for state in ("Cuba", "Mexico"))):
        yield from (("search", f"/search/?q={query}&format={form}") for form in ("json", "csv", "atom"))


def plain(data: bytes) -> Iterator[bytes]:
    """What bytes say: themselves, and all that is packed in them."""
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield from plain(gzip.decompress(data))
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from plain(packed.read(name))


def words_of(answer: Any) -> bytes:  # noqa: ANN401 (an answer of the test client, which has no type of its own)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    head = "\n".join(f"{name}: {value}" for name, value in answer.items())
    return b"\n".join((head.encode(), *plain(body))).lower()


def walk(viewer: Viewer, *, first: bool = False) -> tuple[set[str], int]:
    """The marks in all that somebody is answered, each with the address that it stands in; how much was asked.

    With ``first`` no more than the first is looked for.
    """
    client, found, asked = client_of(viewer), set(), 0
    marks = [(mark.word, any(may(viewer, Act.SEE, thing) for thing in mark.things)) for mark in find_marks()]
    client.raise_request_exception = False
    for name, place in addresses():
        answers = [client.get(place)]
        if name in FORMS_TAKEN and viewer.role is not Role.OFFICER and "?" not in place:
            answers.append(client.post(place, {}))
        for answer in answers:
            asked += 1
            assert answer.status_code < 500 or name == "readiness", place  # no worker runs in these tests
            said = words_of(answer)
            if b"zq" in said:
                found |= {f"{word} at {place}" for word, is_open in marks if not is_open and word.encode() in said}
        if first and found:
            break
    return found, asked


# To a letter administrators and operators are as anybody else is, and officers see all of it.
_LONG = frozenset({Role.OFFICER, Role.ADMINISTRATOR, Role.OPERATOR})


@pytest.mark.parametrize(
    "viewer",
    [pytest.param(one, marks=pytest.mark.soak if one.role in _LONG else ()) for one in VIEWERS],
    ids=[f"{one.role}{one.state and '-'}{one.state}" for one in VIEWERS],
)
def test_nobody_is_told_what_is_not_for_them(viewer: Viewer, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        leaks, asked = walk(viewer)
    assert asked > 400
    assert sorted(leaks) == []
    assert not [record.getMessage() for record in caplog.records if "zq" in record.getMessage()]


def test_what_is_published_is_found_by_everybody(site: Site) -> None:
    """The walk sees what there is: a reply that was posted, and one that was recalled."""
    places = [place for name, place in addresses() if name == "reply-page" and OUT in place]
    pages = b"".join(words_of(Client().get(place)) for place in places)
    assert all(mark_of(state).encode() in pages for state in ("KAZ", "FIN"))
    assert mark_of("SWE").encode() not in pages


def test_a_mission_sees_its_draft() -> None:
    pages = b"".join(
        words_of(client_of(VIEWERS[2]).get(place)) for name, place in addresses() if "mission-draft" in name
    )
    assert b"zqdraft" in pages


@pytest.mark.parametrize("role", [Role.READER, Role.TRANSLATOR, Role.MISSION])
def test_a_planted_leak_is_found(role: Role, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one role is let in by mistake, the walk says so."""
    viewer = next(one for one in VIEWERS if one.role is role)

    def lax(looks: Viewer, act: Act, thing: Any) -> Permission:  # noqa: ANN401 (as it comes)
        return Permission(True) if looks.role is role and act is Act.SEE else may(looks, act, thing)

    monkeypatch.setattr(viewers, "may", lax)
    leaks, _ = walk(viewer, first=True)
    assert leaks


def test_a_planted_word_in_a_list_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a page that is for everybody names a letter, the walk says so, whatever the roles allow."""
    from verbale.web.views import site_pages  # noqa: PLC0415 (the page that is changed)

    def names(request: Any) -> Any:  # noqa: ANN401 (as a view has it)
        from django.http import HttpResponse  # noqa: PLC0415 (beside it)

        return HttpResponse(f"Latest letter: {mark_of('MEX')}.txt")

    [pattern] = [one for one in get_resolver().url_patterns if getattr(one, "name", "") == "licence"]
    monkeypatch.setattr(pattern, "callback", names)
    assert site_pages.licence is not names
    leaks, _ = walk(READER)
    assert leaks == {f"{mark_of('MEX')} at /licence/"}


def test_each_stage_is_walked() -> None:
    def stages(folder: CycleFolder) -> set[str]:
        return {reply.stage.value for reply in folder.replies} | {
            "restricted" for one in folder.replies if one.restricted
        }

    from verbale.web.desk.open_cycles import open_now  # noqa: PLC0415 (beside what it is asked of)

    assert stages(open_now(OPEN)) == {"received", "confirmed", "withdrawn", "restricted", "set-aside", "unread"}
    assert stages(open_now(OUT)) >= {"published", "recalled", "restricted"}
