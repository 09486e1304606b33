"""The requests of whole sessions as the register holds them, each joined with what is known of its mandate.

The rows of ``session_requests.csv`` were read from all resolutions of a session, in each of the six languages, by
``scripts/import_mandates.py``; they hold facts and no sentence. The chains add reports and votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from verbale.model.language import Language
from verbale.model.mandate import Asked, Due, ListedRequest, Mandate
from verbale.model.statement import Provenance
from verbale.model.symbol import Symbol
from verbale.register.fact_tables import read_facts
from verbale.register.mandates.chain import find_mandates, mandate_topics

_SECRETARY_GENERAL = "secretary_general"


@cache
def held_sessions() -> tuple[int, ...]:
    """The sessions of which every resolution was read."""
    return tuple(sorted({int(row["session"]) for row in read_facts("session_requests")}))


def find_listed(session: int | None = None) -> tuple[ListedRequest, ...]:
    """What the register holds of one session, or of all: every request of a session that was read whole, else the
    recurring mandates. Never raises."""
    mandates = find_mandates(session)
    known = {(each.value("resolution"), each.value("paragraph")): each for each in mandates}
    listed = [
        _joined(request, known.get((request.symbol, request.provision)))
        for held in held_sessions()
        if session in (None, held)
        for request in _held(held)
    ]
    answered = {each.topic + each.symbol for each in listed if each.topic}
    chained = [
        request
        for each in mandates
        if (request := _of_chain(each)) is not None and request.topic + request.symbol not in answered
    ]
    return tuple(sorted((*chained, *listed), key=_order))


def _order(request: ListedRequest) -> tuple[Symbol, tuple[tuple[int, int, str], ...]]:
    """By resolution, then by paragraph: figures by size, letters after them."""
    parts = re.findall(r"\d+|[^\d.]+", request.provision)
    return Symbol(request.symbol), tuple((int(not p.isdigit()), int(p) if p.isdigit() else 0, p) for p in parts)


@cache
def _held(session: int) -> tuple[ListedRequest, ...]:
    return tuple(_read_held(session))


def _read_held(session: int) -> Iterator[ListedRequest]:
    for row in read_facts("session_requests"):
        if int(row["session"]) == session:
            due = Due(tuple(int(number) for number in row["due"].split()), row["rhythm"])
            languages = tuple(Language(code) for code in row["languages"].split())
            whence = Provenance(row["source"], f"{row['resolution']} op. {row['provision']}", "register/mandates")
            yield ListedRequest(
                row["resolution"],
                row["provision"],
                row["verb"],
                row["addressee"],
                Asked(row["asked"]),
                due,
                whence,
                languages=languages,
            )


def _joined(request: ListedRequest, mandate: Mandate | None) -> ListedRequest:
    """A request with what its chain knows; only what is asked of the Secretary-General is answered by a report."""
    if mandate is None or request.addressee != _SECRETARY_GENERAL:
        return request
    return replace(
        request,
        topic=mandate.topic,
        title=mandate_topics().get(mandate.topic, ""),
        report=mandate.value("report") or "",
        vote=mandate.value("vote") or "",
        noted=mandate.value("noted") or "",
    )


def _of_chain(mandate: Mandate) -> ListedRequest | None:
    """The report that a resolution of a chain asks for, as far as it is known; ``None`` where the chain names none."""
    resolution, due, report = mandate.get("resolution"), mandate.value("due"), mandate.value("report")
    if resolution is None or (due is None and report is None):
        return None
    request = ListedRequest(
        symbol=resolution.value,
        provision=mandate.value("paragraph") or "",
        verb="requests" if due else "",
        addressee=_SECRETARY_GENERAL,
        asked=Asked.REPORT,
        due=Due((int(due),)) if due else Due(),
        provenance=(mandate.get("paragraph") or mandate.get("report") or resolution).provenance,
    )
    return _joined(request, mandate)
