"""Whom a call goes to, by group and day."""

from __future__ import annotations

from datetime import date

from verbale.desk.addressees import find_addressees
from verbale.desk.cycle import AddresseeGroup, Addressees


def addressed(*groups: AddresseeGroup, day: date = date(2022, 1, 28), **more: tuple[str, ...]) -> tuple[str, ...]:
    return find_addressees(Addressees(groups, **more), day)


def test_the_groups_are_who_they_are() -> None:
    members = addressed(AddresseeGroup.MEMBER_STATES)
    assert len(members) == 193
    assert addressed(AddresseeGroup.OBSERVERS) == ("PSE", "VAT")
    assert set(addressed(AddresseeGroup.ALL_STATES)) - set(members) == {"COK", "NIU", "PSE", "VAT"}
    assert addressed(AddresseeGroup.ORGANISATIONS) == ("EUE",)


def test_a_member_is_one_from_the_day_it_was_admitted() -> None:
    assert "SSD" not in addressed(AddresseeGroup.MEMBER_STATES, day=date(2011, 7, 13))
    assert "SSD" in addressed(AddresseeGroup.MEMBER_STATES, day=date(2011, 7, 14))
    assert len(addressed(AddresseeGroup.MEMBER_STATES, day=date(2010, 2, 16))) == 192


def test_what_is_added_and_left_out() -> None:
    assert addressed(AddresseeGroup.OBSERVERS, also=("COK",), without=("VAT",)) == ("COK", "PSE")
