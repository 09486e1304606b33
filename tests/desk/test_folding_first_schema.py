"""Events of the first schema are folded as they were meant then, and values change by name alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.desk.every_command import SAID, A, B

from verbale.desk.cases import Confirmation, ReplyStage
from verbale.desk.event_folding import fold_reply
from verbale.desk.events import Event, EventKind
from verbale.desk.slotted_values import replace as replace_slotted

WHEN = "2022-06-02T09:00:00+00:00"


def first_schema(kind: EventKind, **facts: Any) -> Event:  # noqa: ANN401
    return Event("reply-1", kind, WHEN, "A. B.", facts, 1)


def letter(sha256: str, language: str) -> dict[str, object]:
    names = ("name", "media_type", "received", "channel")
    return {**dict.fromkeys(names, "x"), "sha256": sha256, "words": 400, "language": language}


@pytest.mark.parametrize(
    ("language", "stage", "confirmed"),
    [("es", ReplyStage.CONFIRMED, {1, 2}), ("", ReplyStage.CONFIRMED, {1, 2}), ("fr", ReplyStage.RECEIVED, set())],
)
def test_in_the_first_schema_a_version_in_the_same_language_counted_at_once(
    language: str, stage: ReplyStage, confirmed: set[int]
) -> None:
    events = [
        first_schema(EventKind.LETTER_RECEIVED, **letter(A, "es")),
        first_schema(EventKind.REPLY_CONFIRMED, state="CUB", dated="2022-05-10", language="es", addresses=()),
        first_schema(EventKind.VERSION_RECEIVED, **letter(B, language)),
    ]
    assert fold_reply("reply-1", events[:1]).stage is ReplyStage.RECEIVED
    case = fold_reply("reply-1", events)
    assert (case.stage, set(case.confirmed), case.authors) == (stage, confirmed, ("CUB",))
    assert all(one == Confirmation(("CUB",), "2022-05-10", "es", (), by="A. B.") for one in case.confirmed.values())
    unconfirmed = fold_reply("reply-1", [events[0], events[2]])
    assert (unconfirmed.stage, unconfirmed.confirmed, unconfirmed.authors) == (ReplyStage.RECEIVED, {}, ())


def test_a_field_that_a_value_does_not_have_is_refused_by_name() -> None:
    assert replace_slotted(SAID, dated="2022-05-12") == replace(SAID, dated="2022-05-12")
    with pytest.raises(TypeError, match="Confirmation has no field mood, weather"):
        replace_slotted(SAID, weather="fair", mood="good", dated="2022-05-12")
