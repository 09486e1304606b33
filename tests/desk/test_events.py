"""A chain shows where it was changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.desk.events import (
    FIRST_SEAL,
    Event,
    EventKind,
    find_breaks,
    find_seal,
    parse_facts,
    seal_events,
    write_facts,
)

EVENTS = [
    Event("cycle", EventKind.NOTE_ISSUED, "2022-01-28T10:00:00+00:00", "A. Officer", {"reference": "ODA/1"}),
    Event("reply-1", EventKind.LETTER_RECEIVED, "2022-05-10T10:00:00+00:00", "A. Officer", {"sha256": "a" * 64}),
    Event("reply-1", EventKind.REPLY_CONFIRMED, "2022-05-11T10:00:00+00:00", "A. Officer", {"addresses": ("A", "B")}),
]
FACTS = st.dictionaries(
    st.text(max_size=8), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text()).map(tuple)
)


def test_an_untouched_chain_holds() -> None:
    chain = seal_events(EVENTS, None, {})
    assert find_breaks(chain) == []
    assert [entry.case_version for entry in chain] == [1, 1, 2]


def test_a_chain_is_the_same_grown_at_once_or_by_steps() -> None:
    whole = seal_events(EVENTS, None, {})
    head = seal_events(EVENTS[:2], None, {})
    assert (*head, *seal_events(EVENTS[2:], head[-1], {"reply-1": 1})) == whole


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize(
    "change",
    [
        {"actor": "Somebody Else"},
        {"at": "2021-01-01T00:00:00+00:00"},
        {"case": "reply-2"},
        {"kind": EventKind.REMARK_ADDED},
        {"facts": {"reference": "ODA/2"}},
        {"schema": 1},
    ],
)
def test_a_changed_word_is_found_at_its_place(number: int, change: dict[str, object]) -> None:
    chain = list(seal_events(EVENTS, None, {}))
    chain[number] = replace(chain[number], event=replace(chain[number].event, **change))  # type: ignore[arg-type]
    assert number + 1 in [found.number for found in find_breaks(chain)]


def test_a_changed_word_sealed_anew_is_found_behind_it() -> None:
    chain = list(seal_events(EVENTS, None, {}))
    forged = seal_events([replace(EVENTS[1], actor="Somebody Else")], chain[0], {})
    chain[1] = forged[0]
    assert [found.number for found in find_breaks(chain)] == [3]


def test_a_dropped_and_a_moved_entry_are_found() -> None:
    one, two, three = seal_events(EVENTS, None, {})
    assert {found.number for found in find_breaks([one, three])} == {3}
    assert find_breaks([two, one, three])
    assert find_breaks([one, two, two])
    assert find_breaks([one, replace(two, case_version=2), three])


def test_a_seal_that_was_kept_finds_what_the_chain_does_not_show() -> None:
    chain = seal_events(EVENTS, None, {})
    kept = chain[-1].seal
    assert find_seal(chain, kept) == 3
    cut = chain[:2]
    anew = seal_events([replace(event, actor="Somebody Else") for event in EVENTS], None, {})
    for other in (cut, anew):
        assert find_breaks(other) == []
        assert find_seal(other, kept) == 0


def test_the_seal_of_the_first_schema_is_that_of_its_day() -> None:
    """Sealed in November 2026 by the first form of a cycle's file."""
    event = Event(
        "reply-1", EventKind.REMARK_ADDED, "2022-05-11T10:00:00+00:00", "А. Б.", {"text": 'a "word", 词'}, schema=1
    )
    (entry,) = seal_events([event], None, {})
    assert entry.previous == FIRST_SEAL
    assert entry.seal == "d91b6d4a712ebc7394ec459c5d89e6e782919bf379cfb7f8c929b9ac61f95495"


@given(FACTS)
def test_facts_come_back_from_their_words(facts: dict[str, str | int | bool | tuple[str, ...] | None]) -> None:
    assert parse_facts(write_facts(facts)) == facts


def test_what_is_no_table_of_facts_is_refused() -> None:
    for text in ('"words"', "[]", "null", "{"):
        with pytest.raises(ValueError, match=r"no table|Expecting"):
            parse_facts(text)
