"""Roman numerals: only those properly written have a value."""

from __future__ import annotations

import pytest

from verbale.lexicon.document_numbers import find_document_numbers
from verbale.lexicon.roman import HIGHEST, from_roman, to_roman
from verbale.model.language import Language


def test_every_number_comes_back() -> None:
    written = [to_roman(value) for value in range(1, HIGHEST + 1)]
    assert len(set(written)) == HIGHEST
    assert [from_roman(text) for text in written] == list(range(1, HIGHEST + 1))


@pytest.mark.parametrize(
    ("value", "text"),
    [(4, "IV"), (9, "IX"), (14, "XIV"), (30, "XXX"), (44, "XLIV"), (99, "XCIX"), (400, "CD"), (1949, "MCMXLIX")],
)
def test_known_numerals(value: int, text: str) -> None:
    assert to_roman(value) == text
    assert from_roman(text) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IIX", "XXXX", "VV", "IC", "IVI", "xiv", "X1", "MMMM", "A"])
def test_what_is_not_properly_written_has_no_value(text: str) -> None:
    assert from_roman(text) == 0


@pytest.mark.parametrize("session", ["IIX", "VX", "XXXXX", "IVI"])
def test_a_bracket_that_is_no_numeral_names_no_session(session: str) -> None:
    text = "in resolutions 1514 (XV) and 2008 ({})"
    found = find_document_numbers(text.format(session), Language.EN)
    assert [(one.head, one.tail) for one in found] == [(1514, "XV")]
    assert [one.tail for one in find_document_numbers(text.format("LX"), Language.EN)] == ["XV", "LX"]
