"""Letters set in a symbol font are the signs that it prints."""

from __future__ import annotations

import pytest
from tests.read.packages import build_docx, p, r
from tests.read.test_docx import lines, read, rules

from verbale.read.symbol_fonts import find_symbol, find_symbol_font, in_symbols


def fonts(name: str, more: str = "") -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"{more}/>'


@pytest.mark.parametrize(
    ("font", "typed", "printed"),
    [
        ("Symbol", "m", "μ"),
        ("Symbol", "\uf061 b", "α β"),
        ("Wingdings", "\u00fc", "✓"),
        ("Wingdings", "J", "☺"),
        ("Wingdings 2", "P", "✓"),
        ("Webdings", "a", "✓"),
        ("Times New Roman", "m", "m"),
        ("Symbol", "μ", "μ"),
    ],
)
def test_runs_in_symbol_fonts(font: str, typed: str, printed: str) -> None:
    reading = read(build_docx(p(r("x ") + r(typed, fonts(font)) + r(" m"))))
    assert lines(reading) == [f"x {printed} m"]
    assert rules(reading) == []


def test_styles_give_the_font_and_runs_take_it_back() -> None:
    styles = f'<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr>{fonts("Symbol")}</w:rPr></w:style>'
    style = '<w:rStyle w:val="S"/>'
    inner = r("m", style) + r("m", style + fonts("Arial")) + r("m", style + '<w:rFonts w:asciiTheme="minorHAnsi"/>')
    assert lines(read(build_docx(p(inner), styles=styles))) == ["μmm"]


def test_signs_that_the_table_does_not_have_are_told() -> None:
    reading = read(build_docx(p(r("!", fonts("Webdings")))))
    assert lines(reading) == ["!"]
    assert rules(reading) == ["read/symbol"]


def test_names_of_fonts() -> None:
    assert find_symbol_font(" SymbolMT ") == find_symbol_font("Symbol") == 1
    assert find_symbol_font("Arial") == find_symbol_font(None) == 0
    assert in_symbols("m\u00a0m", 1) == ("μ\u00a0μ", set())
    assert find_symbol(0xF0FC, "Wingdings") == "✓"
