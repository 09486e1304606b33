"""A chain shows where it was changed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.desk.events import Event, EventKind, event_record, find_breaks, parse_event, seal_events

EVENTS = [
    Event("cycle", EventKind.NOTE_ISSUED, "2022-01-28T10:00:00+00:00", "A. Officer", {"reference": "ODA/1"}),
    Event("reply-1", EventKind.LETTER_RECEIVED, "2022-05-10T10:00:00+00:00", "A. Officer", {"sha256": "a" * 64}),
    Event("reply-1", EventKind.REPLY_CONFIRMED, "2022-05-11T10:00:00+00:00", "A. Officer", {"addresses": ("A", "B")}),
]
FACTS = st.dictionaries(
    st.text(max_size=8), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text()).map(tuple)
)


def test_an_untouched_chain_holds() -> None:
    assert find_breaks(seal_events(EVENTS, None)) == []


def test_a_chain_is_the_same_grown_at_once_or_by_steps() -> None:
    whole = seal_events(EVENTS, None)
    head = seal_events(EVENTS[:1], None)
    assert (*head, *seal_events(EVENTS[1:], head[-1])) == whole


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_changed_word_is_found_at_its_place(number: int) -> None:
    chain = list(seal_events(EVENTS, None))
    chain[number] = replace(chain[number], event=replace(chain[number].event, actor="Somebody Else"))
    assert [found.number for found in find_breaks(chain)] == [number + 1]


def test_a_changed_word_sealed_anew_is_found_behind_it() -> None:
    chain = list(seal_events(EVENTS, None))
    forged = seal_events([replace(EVENTS[1], actor="Somebody Else")], chain[0])
    chain[1] = forged[0]
    assert [found.number for found in find_breaks(chain)] == [3]


def test_a_dropped_and_a_moved_entry_are_found() -> None:
    one, two, three = seal_events(EVENTS, None)
    assert [found.number for found in find_breaks([one, three])] == [3, 3]
    assert find_breaks([two, one, three])
    assert find_breaks([one, two, two])


@given(FACTS)
def test_an_event_comes_back_from_its_record(facts: dict[str, str | int | bool | tuple[str, ...] | None]) -> None:
    event = Event("reply-1", EventKind.REMARK_ADDED, "2022-05-11T10:00:00+00:00", "A. Officer", facts)
    assert parse_event(json.loads(json.dumps(event_record(event)))) == event


def test_what_is_no_event_is_refused() -> None:
    record = event_record(EVENTS[0])
    with pytest.raises(ValueError, match="no-such-kind"):
        parse_event({**record, "kind": "no-such-kind"})
    with pytest.raises(ValueError, match="no table"):
        parse_event({**record, "facts": "words"})
