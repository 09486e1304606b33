"""The units of all versions of a document in rows, each row being one unit in every language.

The versions join one after the other: each is aligned with the rows that the earlier ones made, and a version that left
gaps is aligned once more when all are there. Replies are paired by their State, since each language has its own order
of States; notes stand apart, since they follow the order of words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from verbale.check.alignment import Key, Profile, Step, align, likeness, profile_of, rarity
from verbale.check.values import Unit, unit_of
from verbale.model import Annotation, AnnotationKind, Document, Language, NodeKind

_LEFT_OUT = frozenset({NodeKind.FURNITURE, NodeKind.MASTHEAD})
_FORMULA = "formula"
_MAIN, _NOTES, _HEAD, _FOOT = "main", "notes", "head", "foot"
_POOLED = frozenset({_HEAD, _FOOT})  # laid out as each language likes
_LONG_ENOUGH = 40  # characters, for a ratio of lengths to mean something
_TELLING = 1.5  # weight of values that makes a unit stand for itself
_WIDEST = 3_000_000  # cells of one table of alignment


@dataclass(slots=True)
class Row:
    """One unit in every language; several where a language splits it, none where it is missing.

    ``pooled``: the units are set beside each other as they come, and their number tells nothing.
    """

    cells: dict[Language, tuple[Unit, ...]] = field(default_factory=dict)
    pooled: bool = False

    @property
    def place(self) -> str:
        """The ref that most versions give it."""
        refs = Counter(units[0].node.ref for units in self.cells.values() if units)
        return min(refs, key=lambda ref: (-refs[ref], ref)) if refs else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one version that is aligned by itself: the body, the reply of a State, the notes."""

    name: str
    units: tuple[Unit, ...]


def rows_of(documents: Mapping[Language, Document]) -> list[Row]:
    """All rows, part after part in the order of the first version that has it."""
    parts: dict[str, dict[Language, tuple[Unit, ...]]] = {}
    for language, document in documents.items():
        for part in parts_of(document, language):
            parts.setdefault(part.name, {})[language] = part.units
    rows: list[Row] = []
    for name, versions in parts.items():
        if name in _POOLED:
            rows.append(Row(dict(versions), pooled=True))
        else:
            rows += _Table(versions).rows()
    for row in rows:
        for language in documents:
            row.cells.setdefault(language, ())
    return rows


def parts_of(document: Document, language: Language) -> list[Part]:
    """Masthead, body, replies by State and notes of one version, its furniture left out."""
    found: Mapping[str, list[Annotation]] = defaultdict(list)
    for one in document.annotations:
        found[one.ref].append(one)
    parts: dict[str, list[Unit]] = {_HEAD: [], _MAIN: []}
    reply = ""
    for node in document.nodes:
        if node.kind is NodeKind.REPLY_HEADING:
            reply = node.ref
        elif reply and not node.ref.startswith(f"{reply}."):
            reply = ""
        if node.kind is NodeKind.MASTHEAD:
            # Of the masthead only what names other documents: the day of distribution differs between languages.
            if not any(one.kind is AnnotationKind.CITATION for one in found[node.ref]):
                continue
            name = _HEAD
        elif node.kind in _LEFT_OUT or not node.text or node.ref == _FORMULA:
            continue
        elif node.kind is NodeKind.FOOTNOTE:
            name = _NOTES
        elif node.kind is NodeKind.CLOSING and not reply:
            name = _FOOT
        else:
            name = reply.rsplit(".", 1)[-1] or _MAIN
        parts.setdefault(name, []).append(unit_of(node, node.language or language, found[node.ref]))
    return [Part(name, tuple(units)) for name, units in parts.items() if units]


class _Table:
    """The rows of one part while the versions join."""

    def __init__(self, versions: Mapping[Language, Sequence[Unit]]) -> None:
        self._versions = versions
        sizes = median(len(units) for units in versions.values())
        self._order = sorted(versions, key=lambda one: (abs(len(versions[one]) - sizes), list(Language).index(one)))
        self._keys = {one: [_keys(unit) for unit in units] for one, units in versions.items()}
        self._rare = rarity([keys for one in self._order for keys in self._keys[one]])
        pivot = versions[self._order[0]]
        self._scale = {one: _scale(pivot, units) for one, units in versions.items()}
        self._profiles = {one: [self._profile(unit, one) for unit in units] for one, units in versions.items()}

    def rows(self) -> list[Row]:
        """Every version joined, those that did not fit at once a second time."""
        rows = [Row({self._order[0]: (unit,)}) for unit in self._versions[self._order[0]]]
        for language in self._order[1:]:
            rows = self._joined(rows, language)
        if len(self._order) > 2:
            for language in self._order:
                if any(len(row.cells.get(language, ())) != 1 for row in rows):
                    rows = self._joined(_without(rows, language), language)
        _gather(rows)
        return rows

    def _joined(self, rows: list[Row], language: Language) -> list[Row]:
        left = [self._row_profile(row) for row in rows]
        units = self._versions[language]
        joined: list[Row] = []
        for mine, its in _steps(left, self._profiles[language]):
            cells: dict[Language, tuple[Unit, ...]] = {}
            for place in mine:
                for one, held in rows[place].cells.items():
                    cells[one] = cells.get(one, ()) + held
            if its:
                cells[language] = tuple(units[place] for place in its)
            joined.append(Row(cells))
        return joined

    def _profile(self, unit: Unit, language: Language) -> Profile:
        length = len(unit.text) * self._scale[language]
        return profile_of(unit.node.kind, unit.label, _keys(unit), self._rare, length)

    def _row_profile(self, row: Row) -> Profile:
        """What at least half of the versions in the row have."""
        held = [units for units in row.cells.values() if units]
        counts = Counter(key for units in held for key in frozenset().union(*(_keys(unit) for unit in units)))
        keys = frozenset(key for key, count in counts.items() if 2 * count >= len(held))
        lengths = [
            sum(len(unit.text) for unit in units) * self._scale[one] for one, units in row.cells.items() if units
        ]
        labels = Counter(units[0].label for units in held)
        kinds = Counter(units[0].node.kind for units in held)
        label, kind = labels.most_common(1)[0][0], kinds.most_common(1)[0][0]
        return profile_of(kind, label, keys, self._rare, sum(lengths) / len(lengths), len(held))


def _gather(rows: Sequence[Row]) -> None:
    """Where one version prints the same words in two rows that follow each other, all others go to the fuller row."""
    for first, second in pairwise(rows):
        shared = first.cells.keys() & second.cells.keys()
        if len(shared) != 1 or len(first.cells.keys() | second.cells.keys()) == 1:
            continue
        (one,) = shared
        if [unit.text for unit in first.cells[one]] == [unit.text for unit in second.cells[one]]:
            full, copy = sorted((first, second), key=lambda row: -len(row.cells))
            full.cells.update({its: copy.cells.pop(its) for its in list(copy.cells) if its is not one})


def _keys(unit: Unit) -> frozenset[Key]:
    named = {(value.aspect.value, value.key) for value in unit.values if value.firm}
    return frozenset(named | {("mark", mark.ref) for mark in unit.node.notes if mark.ref})


def _scale(pivot: Sequence[Unit], units: Sequence[Unit]) -> float:
    """How many characters of the pivot one character of these units is worth."""
    lengths = {unit.node.ref: len(unit.text) for unit in pivot}
    ratios = [
        lengths[unit.node.ref] / len(unit.text)
        for unit in units
        if len(unit.text) >= _LONG_ENOUGH and lengths.get(unit.node.ref, 0) >= _LONG_ENOUGH
    ]
    if ratios:
        return median(ratios)
    total = sum(len(unit.text) for unit in units)
    return sum(lengths.values()) / total if total and lengths else 1.0


def _without(rows: Iterable[Row], language: Language) -> list[Row]:
    """The rows without one version; those that nothing else holds are gone."""
    kept = [Row({one: units for one, units in row.cells.items() if one is not language}) for row in rows]
    return [row for row in kept if row.cells]


def _steps(left: Sequence[Profile], right: Sequence[Profile]) -> list[Step]:
    """The alignment, segment by segment between the units that can only be each other."""
    steps: list[Step] = []
    row = column = 0
    for its_row, its_column in [*_anchors(left, right), (len(left), len(right))]:
        part = _segment(left[row:its_row], right[column:its_column])
        steps += [(tuple(row + place for place in mine), tuple(column + place for place in its)) for mine, its in part]
        if its_row < len(left):
            steps.append(((its_row,), (its_column,)))
        row, column = its_row + 1, its_column + 1
    return steps


def _segment(left: Sequence[Profile], right: Sequence[Profile]) -> list[Step]:
    straight: list[Step] = [((place,), (place,)) for place in range(len(left))]
    if len(left) == len(right) and all(likeness(one, other) > 0 for one, other in zip(left, right, strict=True)):
        return straight
    if len(left) * len(right) > _WIDEST:
        middle = len(left) // 2
        cut = len(right) * middle // len(left)
        tail = _segment(left[middle:], right[cut:])
        return _segment(left[:middle], right[:cut]) + [
            (tuple(middle + place for place in mine), tuple(cut + place for place in its)) for mine, its in tail
        ]
    return align(left, right)


def _anchors(left: Sequence[Profile], right: Sequence[Profile]) -> list[tuple[int, int]]:
    """Places of units whose label and values stand once on each side, as many as keep their order."""
    mine, its = _once(left), _once(right)
    pairs = sorted((place, its[key]) for key, place in mine.items() if key in its)
    pairs = [(row, column) for row, column in pairs if likeness(left[row], right[column]) > 1]
    return _rising(pairs)


def _once(profiles: Sequence[Profile]) -> dict[tuple[str, frozenset[Key]], int]:
    places: dict[tuple[str, frozenset[Key]], int] = {}
    counts: Counter[tuple[str, frozenset[Key]]] = Counter()
    for place, one in enumerate(profiles):
        if one.total >= _TELLING:
            key = (one.label, frozenset(one.weights))
            counts[key] += 1
            places[key] = place
    return {key: place for key, place in places.items() if counts[key] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose columns rise with their rows."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, column) in enumerate(pairs):
        at = bisect_left(tails, column)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(column)
            ends.append(place)
        else:
            tails[at], ends[at] = column, place
    chain: list[tuple[int, int]] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]
