"""Differences of the paragraph map: missing, added, moved, renumbered, split, and numbers printed in another form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import ComparedUnit
from verbale.model.concordance import Aspect, DifferenceKind
from verbale.model.language import Language
from verbale.model.node import NodeKind

_FIGURES = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENOUGH = 5  # labels of one kind, for one form to be the usual one
_USUAL = 0.9  # share of the labels of a version that have one form, before another is odd
_LIKE = 0.6  # of the values of a unit, to be known again elsewhere


@dataclass(frozen=True, slots=True)
class Odd:
    """A row in which some versions stand apart, not yet worded.

    ``apart`` is empty where no majority tells. ``where`` is the row in which a moved unit stands instead, or the words
    of an added one stand too.
    """

    row: AlignedRow
    kind: DifferenceKind
    aspect: Aspect
    apart: tuple[Language, ...]
    printed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    where: AlignedRow | None = None


def find_in_map(rows: Sequence[AlignedRow]) -> list[Odd]:
    """All differences of the map, in the order of the rows."""
    moved = dict(_moved(rows))
    arrived = {id(row) for row in moved.values()}
    twins = _by_words(rows)
    found: list[Odd] = []
    for row in rows:
        if row.pooled or id(row) in arrived:
            continue
        found += _of_row(row, moved.get(id(row)), twins)
    return found + [odd for language in rows[0].cells for odd in _notation(rows, language)] if rows else []


def _by_words(rows: Sequence[AlignedRow]) -> Mapping[str, Sequence[AlignedRow]]:
    """The rows that the words of each unit stand in."""
    found: dict[str, list[AlignedRow]] = {}
    for row in rows:
        for unit in (unit for units in row.cells.values() for unit in units if not row.pooled):
            found.setdefault(unit.node.text, []).append(row)
    return found


def _of_row(row: AlignedRow, where: AlignedRow | None, twins: Mapping[str, Sequence[AlignedRow]]) -> Iterator[Odd]:
    present = tuple(one for one, units in row.cells.items() if units)
    absent = tuple(one for one, units in row.cells.items() if not units)
    if where is not None:
        yield Odd(row, DifferenceKind.MOVED, Aspect.PARAGRAPH, absent, where=where)
    elif absent:
        added = len(present) < len(absent)
        apart = present if added else absent if len(absent) < len(present) else ()
        kind = DifferenceKind.ADDED if added else DifferenceKind.MISSING
        twin = _twin(row, apart[0], twins) if added else None
        yield Odd(row, kind, Aspect.PARAGRAPH, apart, where=twin)
    if len(present) < 2:
        return
    counts = {one: len(row.cells[one]) for one in present}
    if len(set(counts.values())) > 1:
        printed = {one: str(count) for one, count in counts.items()}
        yield from _apart(row, printed, DifferenceKind.SPLIT, Aspect.PARAGRAPH)
    else:
        # A number that is typed in letters of its own script is there, and cannot be told apart.
        heads = {one: row.cells[one][0] for one in present}
        read = {one: unit.label for one, unit in heads.items() if unit.label or not unit.opens}
        yield from _apart(row, read, DifferenceKind.RENUMBERED, Aspect.LABEL)


def _twin(row: AlignedRow, language: Language, rows: Mapping[str, Sequence[AlignedRow]]) -> AlignedRow | None:
    """Another row in which this version prints the same words."""
    words = " ".join(unit.node.text for unit in row.cells[language])
    return next((other for other in rows.get(words, ()) if other is not row), None)


def _apart(row: AlignedRow, printed: Mapping[Language, str], kind: DifferenceKind, aspect: Aspect) -> Iterator[Odd]:
    """One difference for all versions that print another value than most; one without a majority where none is."""
    counts = Counter(printed.values())
    if len(counts) < 2:
        return
    (usual, most), *rest = counts.most_common()
    if 2 * most <= len(printed):
        yield Odd(row, kind, aspect, (), (usual,), tuple(sorted(value for value, _ in rest)))
        return
    for value, _ in sorted(rest):
        apart = tuple(one for one, its in printed.items() if its == value)
        yield Odd(row, kind, aspect, apart, (value,), (usual,))


def _moved(rows: Sequence[AlignedRow]) -> Iterator[tuple[int, AlignedRow]]:
    """Rows that one version lacks, by id, with the row in which that version alone has the same values or words."""
    alone = [row for row in rows if not row.pooled and sum(map(bool, row.cells.values())) == 1]
    for row in rows:
        absent = [one for one, units in row.cells.items() if not units]
        if row.pooled or len(absent) != 1 or len(row.cells) < 3:
            continue
        for other in alone:
            if other.cells[absent[0]] and _is_alike(row, other.cells[absent[0]]):
                alone.remove(other)
                yield id(row), other
                break


def _is_alike(row: AlignedRow, units: Sequence[ComparedUnit]) -> bool:
    """Whether most of what the versions print here is printed there, and at least one value is."""
    its = {(value.aspect, value.key) for unit in units for value in unit.values if value.firm}
    shares = []
    for held in row.cells.values():
        mine = {(value.aspect, value.key) for unit in held for value in unit.values if value.firm}
        if mine:
            shares.append(len(mine & its) / len(mine | its))
    return bool(shares) and sum(shares) / len(shares) >= _LIKE


def _notation(rows: Sequence[AlignedRow], language: Language) -> Iterator[Odd]:
    """Numbers printed in another form than nearly all others of this version, or typed where others number."""
    yield from _other_forms(rows, language)
    typed = [row for row in rows if _is_typed(row, language)]
    if typed:
        first = typed[0].cells[language][0]
        yield Odd(typed[0], DifferenceKind.NOTATION, Aspect.PARAGRAPH, (language,), (first.label,), (str(len(typed)),))


def _is_typed(row: AlignedRow, language: Language) -> bool:
    """Whether the number is part of the text here, and a number of the paragraph in most versions."""
    present = [units[0] for units in row.cells.values() if units]
    mine = row.cells[language]
    marked = sum(bool(unit.node.number) for unit in present)
    return bool(mine) and not row.pooled and bool(mine[0].typed) and 2 * marked > len(present)


def _other_forms(rows: Sequence[AlignedRow], language: Language) -> Iterator[Odd]:
    """Labels printed as ``8–`` among ``7 -``."""
    labelled = [
        (row, unit)
        for row in rows
        for unit in row.cells[language]
        if not row.pooled and unit.node.number and unit.node.kind in (NodeKind.OPERATIVE, NodeKind.PARAGRAPH)
    ]
    shapes = Counter(label_form(unit) for _, unit in labelled)
    if sum(shapes.values()) < _ENOUGH:
        return
    usual, most = shapes.most_common(1)[0]
    if most < _USUAL * sum(shapes.values()):
        return
    for row, unit in labelled:
        if label_form(unit) != usual:
            printed, form = (unit.node.number,), (usual,)
            yield Odd(row, DifferenceKind.NOTATION, Aspect.LABEL, (language,), printed, form)


def label_form(unit: ComparedUnit) -> str:
    """The form of a label, whatever its number: ``8 -`` is ``1 -``, ``(c)`` is ``(a)``."""
    return _LETTERS.sub("a", _FIGURES.sub("1", unit.node.number))
