"""Printed numbers and bullets of six languages, each with every reading it may have."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from verbale.lexicon.roman import to_roman
from verbale.structure.labels import Label, LabelKind, find_labels, find_roman, letter_key

with (Path(__file__).parent.parent / "cases" / "labels.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_label_is_among_the_readings(row: dict[str, str]) -> None:
    found = find_labels(row["text"])
    if row["kind"] == "none":
        assert found == ()
        return
    wanted = (LabelKind(row["kind"]), row["printed"], int(row["value"]))
    assert wanted in [(label.kind, label.printed, label.value) for label in found]
    for label in found:
        assert row["text"][: label.end].strip() == label.printed
        assert not row["text"][label.end :][:1].isspace()


def test_the_roman_reading_of_an_item_comes_before_the_letter() -> None:
    assert [label.kind for label in find_labels("(i) Training")] == [LabelKind.ROMAN, LabelKind.LETTER]


def test_numerals_are_read_as_they_are_written() -> None:
    for value in range(1, 40):
        assert find_roman(to_roman(value)) == value
        assert find_roman(to_roman(value).lower()) == value
    assert find_roman("iiii") is None
    assert find_roman("") is None


def test_letters_go_on_after_z() -> None:
    assert [letter_key(value) for value in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]


@pytest.mark.parametrize(
    ("kind", "value", "key"),
    [
        (LabelKind.DECIMAL, 12, "12"),
        (LabelKind.BRACKETED, 2, "2"),
        (LabelKind.LETTER, 2, "b"),
        (LabelKind.ROMAN, 4, "iv"),
        (LabelKind.SECTION_LETTER, 2, "B"),
        (LabelKind.SECTION_ROMAN, 4, "IV"),
        (LabelKind.SECTION_HAN, 3, "III"),
        (LabelKind.SECTION_ARABIC, 1, "I"),
    ],
)
def test_the_key_of_a_ref_is_the_same_in_every_script(kind: LabelKind, value: int, key: str) -> None:
    assert Label(kind, "", value, 0).key == key
