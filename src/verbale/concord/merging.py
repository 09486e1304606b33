"""The units of all versions of a document in rows, each row being one unit in every language.

The versions join one after the other: each is aligned with the rows that the earlier ones made, and a version that left
gaps is aligned once more when all are there, by its words too. Replies are paired by their State, since each language
has its own order of States; notes stand apart, since they follow the order of words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import median

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.alignment import AlignmentProfile, Key, Step, align, likeness, profile_of, rarity
from verbale.concord.cognates import KindredWords
from verbale.concord.compared_units import ComparedUnit
from verbale.concord.version_parts import NOTES, POOLED, parts_of
from verbale.concord.word_pairs import WordPairs
from verbale.model.document import Document
from verbale.model.language import Language

_LONG_ENOUGH = 40  # characters, for a ratio of lengths to mean something
_TELLING = 1.5  # weight of values that makes a unit stand for itself
_WIDEST = 3_000_000  # cells of one table of alignment
_WORDS, _KINDRED = 1.5, 3.0  # what words may add or take
_NEAR = 6  # rows that a note may have moved
_DOUBTFUL = 4  # rows to either side of a gap
_Bonus = Callable[[int, int], float]


def rows_of(documents: Mapping[Language, Document]) -> list[AlignedRow]:
    """All rows, part after part in the order of the first version that has it."""
    parts: dict[str, dict[Language, tuple[ComparedUnit, ...]]] = {}
    for language, document in documents.items():
        for part in parts_of(document, language):
            parts.setdefault(part.name, {})[language] = part.units
    rows: list[AlignedRow] = []
    for name, versions in parts.items():
        if name in POOLED:
            rows.append(AlignedRow(dict(versions), pooled=True))
        else:
            joined = _AlignmentTable(versions).rows()
            rows += _uncrossed(joined) if name == NOTES else joined
    for row in rows:
        for language in documents:
            row.cells.setdefault(language, ())
    return rows


def _uncrossed(rows: list[AlignedRow]) -> list[AlignedRow]:
    """Notes whose places a version exchanges, since they follow its order of words, set beside their like."""
    for place, row in enumerate(rows):
        for one in list(row.cells):
            for other in rows[place + 1 : place + _NEAR]:
                if _would_fit_crossed(row, other, one):
                    row.cells[one], other.cells[one] = other.cells[one], row.cells[one]
                    break
    return rows


def _would_fit_crossed(first: AlignedRow, second: AlignedRow, language: Language) -> bool:
    mine, its = _row_keys(first, language), _row_keys(second, language)
    here, there = (frozenset().union(*map(_keys, row.cells.get(language, ()))) for row in (first, second))
    if not here or not there:
        return False
    straight, crossed = len(here & mine) + len(there & its), len(here & its) + len(there & mine)
    return crossed > straight and len(here & its) > len(here & mine) and len(there & mine) > len(there & its)


def _row_keys(row: AlignedRow, language: Language) -> frozenset[Key]:
    """What the other versions print in a row."""
    return frozenset().union(
        *(_keys(unit) for one, units in row.cells.items() if one is not language for unit in units)
    )


class _AlignmentTable:
    """The rows of one part while the versions join."""

    def __init__(self, given: Mapping[Language, Sequence[ComparedUnit]]) -> None:
        versions = {one: _without_copies(units) for one, units in given.items()}
        self._given, self._versions = given, versions
        sizes = median(len(units) for units in versions.values())
        self._order = sorted(versions, key=lambda one: (abs(len(versions[one]) - sizes), list(Language).index(one)))
        self._keys = {one: [_keys(unit) for unit in units] for one, units in versions.items()}
        self._rare = rarity([keys for one in self._order for keys in self._keys[one]])
        pivot = versions[self._order[0]]
        self._scale = {one: _scale(pivot, units) for one, units in versions.items()}
        self._profiles = {one: [self._profile(unit, one) for unit in units] for one, units in versions.items()}

    def rows(self) -> list[AlignedRow]:
        """Every version joined, those that did not fit at once a second time."""
        rows = [AlignedRow({self._order[0]: (unit,)}) for unit in self._versions[self._order[0]]]
        for language in self._order[1:]:
            rows = self._joined(rows, language)
        if len(self._order) > 2:
            for language in self._order:
                if any(len(row.cells.get(language, ())) != 1 for row in rows):
                    rest = _without(rows, language)
                    rows = self._joined(rest, language, self._by_words(rest, _settled(rows, language), language))
        return [row for each in rows for row in (each, *self._copies(each))]

    def _by_words(self, rest: Sequence[AlignedRow], settled: Sequence[AlignedRow], language: Language) -> _Bonus:
        units, profiles = self._versions[language], self._profiles[language]
        pairs, kindred = WordPairs(settled, language), KindredWords(rest, units, language)

        def bonus(row: int, place: int) -> float:
            if profiles[place].total >= _TELLING:
                return 0.0
            unit, its = units[place], rest[row]
            return _WORDS * pairs.fit(unit, its) + _KINDRED * kindred.fit(unit, its)

        return bonus

    def _copies(self, row: AlignedRow) -> Iterator[AlignedRow]:
        """Rows of the copies that follow a unit of the row at once."""
        copies: dict[Language, list[ComparedUnit]] = {}
        for one, units in row.cells.items():
            given = self._given[one]
            at = next(place for place, unit in enumerate(given) if unit is units[-1]) + 1
            while at < len(given) and given[at].text == units[-1].text:
                copies.setdefault(one, []).append(given[at])
                at += 1
        for turn in range(max(map(len, copies.values()), default=0)):
            yield AlignedRow({one: (units[turn],) for one, units in copies.items() if turn < len(units)})

    def _joined(self, rows: list[AlignedRow], language: Language, bonus: _Bonus | None = None) -> list[AlignedRow]:
        left = [self._row_profile(row) for row in rows]
        units = self._versions[language]
        joined: list[AlignedRow] = []
        for mine, its in _steps(left, self._profiles[language], bonus):
            cells: dict[Language, tuple[ComparedUnit, ...]] = {}
            for place in mine:
                for one, held in rows[place].cells.items():
                    cells[one] = cells.get(one, ()) + held
            if its:
                cells[language] = tuple(units[place] for place in its)
            joined.append(AlignedRow(cells))
        return joined

    def _profile(self, unit: ComparedUnit, language: Language) -> AlignmentProfile:
        length = len(unit.text) * self._scale[language]
        return profile_of(unit.node.kind, unit.label, _keys(unit), self._rare, length, acts=unit.acts)

    def _row_profile(self, row: AlignedRow) -> AlignmentProfile:
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
        length = sum(lengths) / len(lengths)
        return profile_of(kind, label, keys, self._rare, length, company=len(held), acts=_acts(held))


def _acts(held: Sequence[Sequence[ComparedUnit]]) -> frozenset[str]:
    """What at least half of the versions that open with a known verb do; all of it where no half agrees."""
    known = [units[0].acts for units in held if units[0].acts]
    counts = Counter(act for acts in known for act in acts)
    return frozenset(act for act, count in counts.items() if 2 * count >= len(known)) or frozenset(counts)


def _without_copies(units: Sequence[ComparedUnit]) -> Sequence[ComparedUnit]:
    """The units without those that repeat the one before them, word for word."""
    return [
        unit for place, unit in enumerate(units) if not place or not unit.text or unit.text != units[place - 1].text
    ]


def _settled(rows: Sequence[AlignedRow], language: Language) -> list[AlignedRow]:
    """The rows away from gaps, whose partners are hardly in doubt."""
    gaps = [place for place, row in enumerate(rows) if len(row.cells.get(language, ())) != 1]
    return [row for place, row in enumerate(rows) if all(abs(place - gap) > _DOUBTFUL for gap in gaps)]


def _keys(unit: ComparedUnit) -> frozenset[Key]:
    named = {(value.aspect.value, value.key) for value in unit.values if value.firm}
    return frozenset(named | {("mark", mark.ref) for mark in unit.node.notes if mark.ref})


def _scale(pivot: Sequence[ComparedUnit], units: Sequence[ComparedUnit]) -> float:
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


def _without(rows: Iterable[AlignedRow], language: Language) -> list[AlignedRow]:
    """The rows without one version; those that nothing else holds are gone."""
    kept = [AlignedRow({one: units for one, units in row.cells.items() if one is not language}) for row in rows]
    return [row for row in kept if row.cells]


def _steps(left: Sequence[AlignmentProfile], right: Sequence[AlignmentProfile], bonus: _Bonus | None) -> list[Step]:
    """The alignment, segment by segment between the units that can only be each other."""
    steps: list[Step] = []
    row = column = 0
    for its_row, its_column in [*_anchors(left, right), (len(left), len(right))]:
        part = _segment(left[row:its_row], right[column:its_column], _shifted(bonus, row, column))
        steps += [(tuple(row + place for place in mine), tuple(column + place for place in its)) for mine, its in part]
        if its_row < len(left):
            steps.append(((its_row,), (its_column,)))
        row, column = its_row + 1, its_column + 1
    return steps


def _shifted(bonus: _Bonus | None, rows: int, columns: int) -> _Bonus | None:
    return bonus and (lambda row, column: bonus(row + rows, column + columns))


def _segment(left: Sequence[AlignmentProfile], right: Sequence[AlignmentProfile], bonus: _Bonus | None) -> list[Step]:
    straight: list[Step] = [((place,), (place,)) for place in range(len(left))]
    if len(left) == len(right) and all(likeness(one, other) > 0 for one, other in zip(left, right, strict=True)):
        return straight
    if len(left) * len(right) > _WIDEST:
        middle = len(left) // 2
        cut = len(right) * middle // len(left)
        tail = _segment(left[middle:], right[cut:], _shifted(bonus, middle, cut))
        return _segment(left[:middle], right[:cut], bonus) + [
            (tuple(middle + place for place in mine), tuple(cut + place for place in its)) for mine, its in tail
        ]
    return align(left, right, bonus)


def _anchors(left: Sequence[AlignmentProfile], right: Sequence[AlignmentProfile]) -> list[tuple[int, int]]:
    """Places of units whose label and values stand once on each side, as many as keep their order."""
    mine, its = _once(left), _once(right)
    pairs = sorted((place, its[key]) for key, place in mine.items() if key in its)
    pairs = [(row, column) for row, column in pairs if likeness(left[row], right[column]) > 1]
    return _rising(pairs)


def _once(profiles: Sequence[AlignmentProfile]) -> dict[tuple[str, frozenset[Key]], int]:
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
