"""States as values: each row once, membership by day, names in six languages."""

from __future__ import annotations

import pytest

from verbale.lexicon.states import all_state_names, organisations, state_names, states
from verbale.model.language import Language
from verbale.model.state import StateKind, StateNameForm


def test_every_state_is_there_by_its_id() -> None:
    assert states()["FJI"].m49 == "242"
    assert sum(state.kind is StateKind.MEMBER for state in states().values()) == 193
    assert organisations() == {"EUE"}
    assert all(state.id == key for key, state in states().items())


@pytest.mark.parametrize(
    ("state", "day", "was"),
    [
        ("CHE", "2002-09-09", False),
        ("CHE", "2002-09-10", True),
        ("SUN", "1991-12-24", True),
        ("SUN", "1992-01-01", False),
        ("VAT", "2022-01-01", False),
    ],
)
def test_membership(state: str, day: str, was: bool) -> None:
    assert states()[state].was_member(day) is was


def test_names() -> None:
    assert {name.state for name in state_names(Language.RU) if name.text == "Чад"} == {"TCD"}
    assert all_state_names([StateNameForm.SHORT])["مصر"] == "EGY"
    assert {name.language for name in state_names(Language.ZH)} == {Language.ZH}
