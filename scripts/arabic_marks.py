"""Arabic letters with their vowel marks as glyphs of their own, so that a PDF says each of them once.

A writer of PDF can tell of one glyph what letters it stands for; of a letter and a mark that are two glyphs it can
only tell both at once, and readers then count them twice or lose them. The glyphs made here are the same drawings at
the same places: composites of the two, put where the font's own anchors put the mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fontTools.otlLib.builder import buildLigatureSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

MARKS = (*range(0x64B, 0x656), 0x670)
_MARK_TO_BASE, _EXTENSION, _LIGATURE = 4, 9, 4
_OFFSETS, _ROUNDED = 0x0002, 0x0004  # what a component's arguments are, and that they are whole


@dataclass(frozen=True)
class Place:
    """A letter, a mark on it, and how far the mark is moved."""

    base: str
    mark: str
    x: int
    y: int


def add_marked_letters(font: TTFont) -> int:
    """Add a glyph for every letter and mark that the font can join, and the rule that puts it in; tells how many."""
    glyf, metrics = font["glyf"], font["hmtx"].metrics
    rules: dict[tuple[str, str], str] = {}
    for place in _places(font):
        name = f"{place.base}.{place.mark}"
        if (place.base, place.mark) in rules:
            continue
        glyph = Glyph()
        glyph.numberOfContours = -1
        glyph.components = [_component(place.base, 0, 0), _component(place.mark, place.x, place.y)]
        glyf[name] = glyph
        metrics[name] = metrics[place.base]
        font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
        rules[place.base, place.mark] = name
    for name in rules.values():
        glyf[name].recalcBounds(glyf)
    _add_rule(font, rules)
    return len(rules)


def _component(name: str, x: int, y: int) -> GlyphComponent:
    component = GlyphComponent()
    component.glyphName, component.x, component.y, component.flags = name, x, y, _OFFSETS | _ROUNDED
    return component


def _places(font: TTFont) -> Iterator[Place]:
    wanted = {font.getBestCmap()[code] for code in MARKS if code in font.getBestCmap()}
    wanted |= set(_joined_marks(font, wanted))
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = table.ExtSubTable if lookup.LookupType == _EXTENSION else table
            if inner.LookupType != _MARK_TO_BASE:
                continue
            marks = dict(zip(inner.MarkCoverage.glyphs, inner.MarkArray.MarkRecord, strict=True))
            for base, record in zip(inner.BaseCoverage.glyphs, inner.BaseArray.BaseRecord, strict=True):
                for mark in sorted(wanted & set(marks)):
                    anchor = record.BaseAnchor[marks[mark].Class]
                    if anchor is not None:
                        own = marks[mark].MarkAnchor
                        yield Place(
                            base, mark, anchor.XCoordinate - own.XCoordinate, anchor.YCoordinate - own.YCoordinate
                        )


def _joined_marks(font: TTFont, marks: set[str]) -> Iterator[str]:
    """Glyphs that stand for two marks at once, as shadda with a vowel."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(inner, "ligatures", {}).items():
                for ligature in ligatures:
                    if first in marks and marks.issuperset(ligature.Component):
                        yield ligature.LigGlyph


def _add_rule(font: TTFont, rules: dict[tuple[str, str], str]) -> None:
    """The rule comes last among the required ligatures, when every letter has the form of its place in the word."""
    table = font["GSUB"].table
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = _LIGATURE, 0
    lookup.SubTable = [buildLigatureSubstSubtable(rules)]
    lookup.SubTableCount = 1
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "rlig":
            record.Feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)
