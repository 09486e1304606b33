"""What the address of a treaty's page asks: of which day, what is supposed, which count is to be explained."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from verbale.app.clock import today
from verbale.app.treaty_acts import COUNT_KINDS, get_status_on, parse_act, split_supposition
from verbale.errors import BadReference
from verbale.model.act import Act
from verbale.model.status import Status
from verbale.web.asked_days import AskedDay, asked_day

_LONGEST = 900  # characters of a supposition
_FORM = ("who", "act", "day")
"""The fields of the form that adds one act to what is supposed."""


@dataclass(frozen=True, slots=True)
class AskedTreaty:
    """A treaty's status as it is asked for.

    ``plain`` is the status of the same day with nothing supposed. ``supposed`` is what is supposed, as text, and
    ``acts`` each act of it with its own text. ``count`` is the count whose acts are asked for, else empty.
    ``refused`` is what cannot be supposed, as it was typed, with why in English.
    """

    status: Status
    plain: Status
    day: AskedDay
    supposed: str = ""
    acts: tuple[tuple[Act, str], ...] = ()
    count: str = ""
    refused: tuple[str, str] = ("", "")

    @property
    def treaty(self) -> str:
        """The id of the treaty."""
        return self.status.treaty


@dataclass(frozen=True, slots=True)
class AddedAct:
    """One more act from the form: the whole supposition with it, or its fields as typed and why it cannot be done."""

    supposed: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    problem: str = ""


def ask_treaty(request: HttpRequest, treaty: str) -> AskedTreaty:
    """What the address asks of a treaty (its id). What is no day or cannot be supposed is told and left out."""
    supposed, acts, refused = _supposed(request, treaty)
    latest = max([today(), *(act.date for act, _ in acts)])
    day = asked_day(request, "on", latest)
    count = request.GET.get("count", "")
    plain = get_status_on(treaty, day.day)
    return AskedTreaty(
        status=get_status_on(treaty, day.day, supposed) if supposed else plain,
        plain=plain,
        day=day,
        supposed=supposed,
        acts=acts,
        count=count if count in COUNT_KINDS and getattr(plain.counts, count) is not None else "",
        refused=refused,
    )


def find_added(request: HttpRequest, treaty: str) -> AddedAct | None:
    """The act that the form adds; none where the form was not sent."""
    if not any(request.GET.get(name, "").strip() for name in _FORM):
        return None
    typed = tuple((name, request.GET.get(name, "").strip()[:_LONGEST]) for name in _FORM)
    fields = dict(typed)
    before = request.GET.get("suppose", "").strip()[:_LONGEST]
    try:
        return AddedAct(parse_act(treaty, before, fields["who"], fields["act"], fields["day"]), typed)
    except (BadReference, ValueError) as failure:
        return AddedAct("", typed, str(failure))


def _supposed(request: HttpRequest, treaty: str) -> tuple[str, tuple[tuple[Act, str], ...], tuple[str, str]]:
    """The supposition in the address, in the form in which it is kept; else what is wrong with it."""
    typed = request.GET.get("suppose", "").strip()
    if not typed:
        return "", (), ("", "")
    try:
        if len(typed) > _LONGEST:
            raise BadReference(typed[:60], f"a supposition of more than {_LONGEST} characters")
        acts = split_supposition(treaty, typed)
    except (BadReference, ValueError) as failure:
        return "", (), (typed[:_LONGEST], str(failure))
    return ", ".join(text for _, text in acts), acts, ("", "")
