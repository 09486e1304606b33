"""The command ``mandates``: what the register holds of the requests made in resolutions, and what is chosen of it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from verbale.errors import BadReference
from verbale.lexicon.requesting import addressee_names
from verbale.model.mandate import Asked, ListedRequest
from verbale.register.mandates.held_requests import find_listed, held_sessions

_ANY_OTHER = "other"


def requests_of_register(session: int | None) -> tuple[ListedRequest, ...]:
    """What the register holds of a session, or of all. Raises ``BadReference`` where it has nothing of the session."""
    listed = find_listed(session)
    if session is not None and not listed:
        sessions = sorted({number for each in find_listed() for number in _session_of(each)})
        held = ", ".join(map(str, held_sessions()))
        raise BadReference(
            str(session), f"no mandate is held of this session; held are {sessions[0]} to {sessions[-1]}, whole {held}"
        )
    return listed


def _session_of(request: ListedRequest) -> tuple[int, ...]:
    """The regular session that a resolution's symbol names; empty for a special or emergency one, or no symbol."""
    number = (request.symbol.split("/") + [""] * 3)[2]
    return (int(number),) if number.isdecimal() else ()


def choose_requests(
    listed: Iterable[ListedRequest],
    asked: Asked | None = None,
    addressee: str | None = None,
    session: int | None = None,
) -> list[ListedRequest]:
    """Those that ask for ``asked``, of ``addressee``, and are of resolutions of ``session``, where these are given."""
    return [
        each
        for each in listed
        if asked in (None, each.asked)
        and addressee in (None, each.addressee)
        and (session is None or session in _session_of(each))
    ]


def get_addressee(name: str) -> str:
    """The name of an addressee as a person types it, with spaces, hyphens or capitals.

    Raises ``BadReference`` with the nearest names when there is none.
    """
    wanted = name.strip().casefold().replace("-", "_").replace(" ", "_").removeprefix("the_")
    names = (*addressee_names(), _ANY_OTHER)
    if wanted in names:
        return wanted
    near = get_close_matches(wanted, names, n=3, cutoff=0.4) or names
    raise BadReference(name, f"no addressee is known by this name; the nearest are {', '.join(near)}")
