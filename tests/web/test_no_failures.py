"""Whatever is asked of any address, the site answers: no query, symbol, date, header or form is an error of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote
from wsgiref.util import setup_testing_defaults

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok
from tests.lengths import examples
from tests.web.addresses import OTHERS, TAKEN, all_values, format_of, open_api, own_names, path_of
from tests.web.desk_addresses import FUZZED
from tests.web.desk_cases import bring, open_cycle_in, signed_in

from verbale.store.cycle_store import find_cycles
from verbale.web.current_desk import desk_database
from verbale.web.site import Site

_CASES = 500  # of all addresses together
_OF_OTHERS = 3  # of each address of allauth, beside them


def _operations() -> list[Any]:
    for values in all_values():
        # Headers and cookies have a smaller alphabet, which the server checks before the site sees them.
        drawn = st.one_of(st.sampled_from(values), st.text())
        schemathesis.openapi.format(format_of(values), drawn)
    found = schemathesis.openapi.from_dict(open_api()).get_all_operations()
    return [one.ok() for one in found if isinstance(one, Ok)]


OPERATIONS = {one.definition.raw["operationId"]: one for one in _operations()}
OWN = sorted(name for name in OPERATIONS if not name.partition(" ")[2].startswith(OTHERS))


# What stands for itself in an address and is none of the texts that are drawn: bytes that are no text, and bounds.
HOSTILE = (
    "%00",
    "%ff%fe",
    "%ed%a0%80",
    "%",
    "%25%30%30",
    "..%2f..%2fetc%2fpasswd",
    "%7b%7b7*7%7d%7d",
    "%27%20or%201=1--",
    "%3Cscript%3E",
    "%e2%80%ae%d9%a1",
    "1e400",
    "-1",
    "9" * 4301,
    "%f0%9f%87%a8" * 2000,
    "[]",
    "2022-06-21T25:00",
)


@contextmanager
def errors_raised() -> Iterator[None]:
    """Raise an error that Django would answer with its page of a failure."""
    told: list[BaseException] = []

    def note(sender: object, **_: object) -> None:
        error = sys.exc_info()[1]
        assert error is not None
        told.append(error)

    got_request_exception.connect(note)
    try:
        yield
    finally:
        got_request_exception.disconnect(note)
    if told:
        raise told[0]


_session: list[str] = []
"""The sessions of an officer and of a mission, for the addresses that are nothing to anybody else."""


@pytest.fixture(autouse=True)
def officer(site: Site) -> None:
    """An officer who is signed in, and a cycle with a letter."""
    if FUZZED not in find_cycles(desk_database()):
        open_cycle_in(site.desk, name=FUZZED)
        bring(FUZZED, ["china.zh.txt"])
    people = (signed_in("fuzzing"), signed_in("fuzzing.cub", "mission", "CUB"))
    _session[:] = [one.cookies["sessionid"].value for one in people]


def application(environment: dict[str, Any], start: Any) -> Any:  # noqa: ANN401 (as WSGI has it)
    """The site, by the name it has here: schemathesis keeps cookies for no host but ``localhost``."""
    if environment["PATH_INFO"].startswith(("/desk/", "/new-cycle/", "/addresses/", "/programmes/")):
        others = environment.get("HTTP_COOKIE", "")
        environment |= {"HTTP_COOKIE": f"{others}; sessionid={_session[0]}"}
    elif environment["PATH_INFO"].startswith("/mission/"):
        others = environment.get("HTTP_COOKIE", "")
        environment |= {"HTTP_COOKIE": f"{others}; sessionid={_session[1]}"}
    return WSGIHandler()(environment | {"HTTP_HOST": "testserver"}, start)


def ask_raw(path: str, query: str) -> int:
    """Ask an address as bytes of it come to a server; the status."""
    statuses: list[str] = []
    environment: dict[str, Any] = {"PATH_INFO": unquote(path, "latin-1"), "QUERY_STRING": query}
    setup_testing_defaults(environment)
    with errors_raised():
        for _ in application(environment, lambda status, headers: statuses.append(status)):
            pass
    return int(statuses[0].partition(" ")[0])


def _first_failure(name: str) -> int:
    """The least status that is a failure; no worker runs here, so that the site is not ready for work, and says so."""
    return 504 if name.endswith("readiness") else 500


def test_every_address_is_described() -> None:
    assert own_names() == set(TAKEN)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_no_request_fails(name: str, site: Site) -> None:
    """Each parameter has a value that means something or any other; so do headers, cookies and forms."""
    operation = OPERATIONS[name]
    most = -(-_CASES // len(OWN)) if name in OWN else _OF_OTHERS
    strategy = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in GenerationMode))

    @settings(max_examples=min(examples(most), 10 * most), suppress_health_check=list(HealthCheck))
    @given(case=strategy)
    def ask(case: Case[Any]) -> None:
        with errors_raised():
            answer = case.call(app=application, base_url="http://localhost")
        assert answer.status_code < _first_failure(name), case.as_curl_command()

    ask()


@pytest.mark.parametrize("name", sorted(own_names()))
def test_no_bytes_in_an_address_fail(name: str, site: Site) -> None:
    """Hostile bytes in all parameters at once, and in the path."""
    for value in HOSTILE:
        query = "&".join(f"{one}={value}" for one in TAKEN[name])
        assert ask_raw(path_of(name, value), query) < _first_failure(name), value


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(own_names()))
def test_no_bytes_in_a_parameter_fail(name: str, site: Site) -> None:
    """Hostile bytes in one parameter after the other, the path being a good one."""
    for value in HOSTILE:
        for one in TAKEN[name]:
            assert ask_raw(path_of(name), f"{one}={value}") < _first_failure(name), (one, value)


@pytest.mark.parametrize("host", ["", "a b", "example.org", "[::1", "testserver:99999999", "\xff", "x" * 5000])
def test_no_host_fails(host: str, site: Site) -> None:
    statuses: list[str] = []
    environment: dict[str, Any] = {"HTTP_HOST": host}
    setup_testing_defaults(environment)
    with errors_raised():
        list(WSGIHandler()(environment, lambda status, headers: statuses.append(status)))
    assert statuses[0][0] in "24"
