"""The verb ``compare``: what States said in one report and in a later one."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.app.reading import read_incoming
from verbale.app.sources import Incoming
from verbale.check.edition_comparison import find_comparison
from verbale.errors import BadReference
from verbale.model.comparison import Comparison
from verbale.register.asking import get_state


def compare_reports(earlier: Incoming, later: Incoming, states: Sequence[str] = ()) -> tuple[Comparison, ...]:
    """A comparison for each State named, or for every State that both reports have, in the order of the later.

    Raises a ``ReadFailed`` for a report that cannot be read, and ``BadReference`` for a State that is unknown, that one
    of the reports does not have, or when they have none in common.
    """
    one, other = read_incoming(earlier), read_incoming(later)
    then = {reply.state for reply in one.replies}
    both = [reply.state for reply in other.replies if reply.state in then]
    wanted = [get_state(state) for state in states] or list(dict.fromkeys(both))
    if not wanted:
        raise BadReference(later.shown, f"no State has a reply both there and in {earlier.shown}")
    return tuple(find_comparison(state, one, other) for state in wanted)
