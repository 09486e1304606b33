"""What the register answers: where a treaty stands, what would follow from further acts, what changed."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.errors import BadReference
from verbale.model.status import Changes, Status
from verbale.register.asking import get_treaty, parse_as_of
from verbale.register.change import find_changes
from verbale.register.fact_tables import fact_sources
from verbale.register.status_as_of import overview, status
from verbale.register.suppose import parse_supposition


def get_status(treaty: str, as_of: str | None, today: str, supposed: str | None = None) -> Status:
    """The status of a treaty, by any of its names, as of a day.

    Without ``as_of`` it is ``today``, or the day of the last act that is supposed when that lies later.
    Raises ``BadReference`` for an unknown treaty, State or day, and for an act that the treaty does not allow.
    """
    name = get_treaty(treaty)
    acts = parse_supposition(name, supposed) if supposed else ()
    day = parse_as_of(as_of) if as_of else max([today, *(act.date for act in acts)])
    return status(name, day, acts)


def get_overview(as_of: str | None, today: str) -> tuple[Status, ...]:
    """The status of every treaty as of a day, ``today`` when none is given. Raises ``BadReference`` for no day."""
    return overview(parse_as_of(as_of) if as_of else today)


def get_changes(first: str, last: str, treaties: Iterable[str] = ()) -> Changes:
    """What changed from one day to a later one, in the treaties named (in all when none is).

    Raises ``BadReference`` for an unknown treaty or day, and when the days are in the wrong order.
    """
    start, end = parse_as_of(first), parse_as_of(last)
    if end < start:
        raise BadReference(last, f"lies before {first}; give the earlier day with --from")
    return Changes(start, end, tuple(find_changes(start, end, [get_treaty(name) for name in treaties])))


def sources_of(answer: Status) -> dict[str, str]:
    """What the ids of an explanation's sources stand for: title, publisher and address, in the order of the ids."""
    found = (fact_sources()[name] for name in sorted({step.source for step in answer.why} - {""}))
    return {each.id: f"{each.title}. {each.publisher}, {each.address}" for each in found}
