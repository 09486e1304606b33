"""What a form of the desk does: one act, given by whoever signed in, on the case as it stood when the page was made."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from verbale.app.clock import now
from verbale.app.cycles import CycleFolder
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.errors import Conflict, VerbaleError
from verbale.web.viewers import viewer_of

SEEN = "seen_version"
"""The field of a form that says at which version of its case the page was made."""


def this_moment() -> Moment:
    """Now, by the clock of this machine."""
    return Moment(now(), by_clock=True)


def perform(
    request: HttpRequest,
    folder: CycleFolder,
    case: str,
    act: Callable[[Actor, Moment], str],
) -> VerbaleError | None:
    """Do what a form asks for; why it could not be done, or ``None``.

    ``act`` is given who acts and when, and gives the words that the next page says of it. What somebody else did to the
    case since the page was made is a ``Conflict``: the person looks at it before anything is decided over it.
    """
    try:
        refuse_changed(folder, case, request.POST.get(SEEN, ""))
        done = act(viewer_of(request).actor, this_moment())
    except VerbaleError as error:
        return error
    if done:
        messages.success(request, done)
    return None


def refuse_changed(folder: CycleFolder, case: str, seen: str) -> None:
    """Raise ``Conflict`` with what was done since, where a case is not as it was on the page that a form came from."""
    version = version_of(folder, case)
    if not seen or not seen.isdigit() or int(seen) >= version:
        return
    since = [entry for entry in folder.entries if entry.event.case == case and entry.case_version > int(seen)]
    lines = tuple(f"{entry.event.kind} by {entry.event.actor} at {entry.event.at}" for entry in since)
    reason = f"{case} has changed since you opened the page: {'; '.join(lines)}"
    raise Conflict(str(folder.address), reason, "look at it as it is now, and decide again", lines)


def version_of(folder: CycleFolder, case: str) -> int:
    """The number of events of a case."""
    return folder.case.version if case == CYCLE else folder.get_reply(case).version
