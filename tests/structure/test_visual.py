"""Lines that a PDF tool took off the page in the order of the eye, put in the order of reading."""

from __future__ import annotations

import pytest

from verbale.model.span import Span
from verbale.structure.visual import clean_line, columns_of

RTL, LTR, POP = "\u202b", "\u202a", "\u202c"


def _raw(shown: str) -> str:
    """``{…}`` is a right-to-left embedding, ``<…>`` a left-to-right run within it."""
    return shown.translate(str.maketrans("{}<>", RTL + POP + LTR + POP))


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("{في عام <2019 >وبعده}", "في عام 2019 وبعده"),
        ("{للفترة < 2031-2028>ثم}", "للفترة 2028-2031 ثم"),
        ("{الغاية < 4-9>من}", "الغاية 9-4 من"),
        ("{رقم < ،)A/81/7( 7>الفصل}", "رقم 7 (A/81/7)، الفصل"),
        ("{<99-12345>}", "99-12345"),
        ("{الأول ( )<X/CONF.1/2 (Part I>و <X/CONF.1/3>}", "الأول (X/CONF.1/2 (Part I)و X/CONF.1/3"),
        ("{)<.)X/CONF.1/2 (Vol. II>}", "X/CONF.1/2 (Vol. II))."),
        ("{<،)I)/Corr.1>المرفق}", "I)/Corr.1)،المرفق"),
        ("{<.Some_Norms_of_ours.pdf>}", "Some_Norms_of_ours.pdf."),
        ("{على_<https://example.org/a>}", "علىhttps://example.org/a_"),
        ("{يليه هذا}{ما يأتي أولا}", "ما يأتي أولا يليه هذا"),
    ],
)
def test_a_printed_line_is_read_from_the_right(shown: str, read: str) -> None:
    raw = _raw(shown)
    passage = clean_line(raw, Span(0, len(raw)))
    assert passage.text.replace(" ", "") == read.replace(" ", "")
    for piece in passage.pieces:
        assert passage.text[piece.at : piece.at + len(piece.span)] == piece.span.slice(raw)


def test_columns_that_touch_are_told_apart_when_asked() -> None:
    raw = _raw("{يسار}{يمين}")
    assert len(columns_of(raw, narrow=True)) == 2
    assert len(columns_of(raw)) == 1
