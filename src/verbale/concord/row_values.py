"""Differences of values inside a row: what one version prints and the others do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import ComparedUnit
from verbale.concord.paragraph_map import Odd
from verbale.model.concordance import Aspect, DifferenceKind
from verbale.model.language import Language

_FOUND = (Aspect.SYMBOL, Aspect.DATE, Aspect.STATE, Aspect.TREATY, Aspect.NUMBER)
_COUNTED = frozenset({Aspect.SYMBOL, Aspect.DATE, Aspect.NUMBER})  # languages say a name again or say it, as they like
_GREAT = 3  # figures: words for hundreds and thousands stand in names and idioms
_LEAST_WORD = 2  # one is printed as an article or not at all
_Cells = Mapping[Language, Sequence[ComparedUnit]]


def find_in_values(rows: Sequence[AlignedRow]) -> list[Odd]:
    """All differences of values, row by row; links only between the versions that have any."""
    linked = {one for row in rows for one, units in row.cells.items() if any(unit.links for unit in units)}
    found: list[Odd] = []
    for row in rows:
        cells = {one: units for one, units in row.cells.items() if units}
        if len(cells) < 2:
            continue
        for aspect in _FOUND:
            odd = list(_of_aspect(row, cells, aspect))
            found += odd or _recounted(row, cells, aspect) or _other_order(row, cells, aspect)
        found += _crossed_pairs(row, cells)
        found += _footnotes(row, cells)
        found += _links(row, {one: units for one, units in cells.items() if one in linked})
    return found


def _of_aspect(row: AlignedRow, cells: _Cells, aspect: Aspect) -> Iterator[Odd]:
    claims = {one: _claimed(units, aspect) for one, units in cells.items()}
    years = _of_years(cells, aspect)
    have = {
        key: frozenset(one for one, units in cells.items() if _shown(units, aspect, key, of_years=key in years))
        for key in set().union(*claims.values())
    }
    lacking, alone = _sides(cells, have)
    if aspect is Aspect.NUMBER and len(cells) > 2:
        _add_small_numbers(cells, lacking, alone)
    for one, units in cells.items():
        if not lacking[one]:
            alone[one] -= _only_in_words(units, aspect)
    yield from _paired(row, aspect, lacking, alone)
    yield from _torn(row, aspect, {key: those for key, those in have.items() if 2 * len(those) == len(cells)})


def _sides(
    cells: Iterable[Language], have: Mapping[str, frozenset[Language]]
) -> tuple[dict[Language, set[str]], dict[Language, set[str]]]:
    """What each version lacks though most have it, and what it has though most lack it."""
    lacking: dict[Language, set[str]] = {one: set() for one in cells}
    alone: dict[Language, set[str]] = {one: set() for one in cells}
    for key, those in have.items():
        if 2 * len(those) > len(lacking):
            for one in lacking.keys() - those:
                lacking[one].add(key)
        elif 2 * len(those) < len(lacking):
            for one in those:
                alone[one].add(key)
    return lacking, alone


def _paired(
    row: AlignedRow, aspect: Aspect, lacking: Mapping[Language, set[str]], alone: Mapping[Language, set[str]]
) -> Iterator[Odd]:
    """What a version lacks and what it alone has make one difference; versions alike in both are told together."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Language]] = {}
    for one in lacking:
        if lacking[one] or alone[one]:
            groups.setdefault((tuple(sorted(alone[one])), tuple(sorted(lacking[one]))), []).append(one)
    for (printed, others), apart in groups.items():
        kind = (
            DifferenceKind.VALUE if printed and others else DifferenceKind.ADDED if printed else DifferenceKind.MISSING
        )
        yield Odd(row, kind, aspect, tuple(apart), printed, others)


def _torn(row: AlignedRow, aspect: Aspect, have: Mapping[str, frozenset[Language]]) -> Iterator[Odd]:
    """Values that half of the versions print: no majority tells which stands apart."""
    if not have:
        return
    first = next(one for one in row.cells if row.cells[one])
    printed = tuple(sorted(key for key, those in have.items() if first in those))
    others = tuple(sorted(key for key, those in have.items() if first not in those))
    kind = DifferenceKind.VALUE if printed and others else DifferenceKind.MISSING
    yield Odd(row, kind, aspect, (), printed, others)


def _claimed(units: Sequence[ComparedUnit], aspect: Aspect) -> set[str]:
    return {value.key for unit in units for value in unit.claims(aspect)}


def _of_years(cells: _Cells, aspect: Aspect) -> set[str]:
    """The numbers that count years wherever they are claimed."""
    claims = [value for units in cells.values() for unit in units for value in unit.claims(aspect)]
    return {value.key for value in claims if value.of_years} - {value.key for value in claims if not value.of_years}


def _only_in_words(units: Sequence[ComparedUnit], aspect: Aspect) -> set[str]:
    figures = {value.key for unit in units for value in unit.claims(aspect) if not value.worded}
    return _claimed(units, aspect) - figures


def _add_small_numbers(cells: _Cells, lacking: Mapping[Language, set[str]], alone: Mapping[Language, set[str]]) -> None:
    """Numbers in words below those that are claimed: told where all versions but one have it and that one another."""
    numbers = {
        one: {
            value.key for unit in units for value in unit.values if value.aspect is Aspect.NUMBER and not value.derived
        }
        for one, units in cells.items()
    }
    counts = Counter(key for keys in numbers.values() for key in keys)
    for one, keys in numbers.items():
        lost = {key for key, count in counts.items() if count == len(cells) - 1 and key not in keys}
        own = {key for key in keys if counts[key] == 1}
        lost, own = ({key for key in some if _is_small(key)} for some in (lost, own))
        if lost and own and not lacking[one] and not alone[one]:
            lacking[one] |= lost
            alone[one] |= own


def _is_small(key: str) -> bool:
    return key.isdecimal() and len(key) < _GREAT and int(key) >= _LEAST_WORD


def _recounted(row: AlignedRow, cells: _Cells, aspect: Aspect) -> list[Odd]:
    """Where most versions print one sequence of values, one that has another value in one place of it.

    Both values stand elsewhere in the paragraph too, else the difference has been told.
    """
    if len(cells) < 3 or aspect not in _COUNTED:
        return []
    orders = {one: [value.key for unit in units for value in unit.claims(aspect)] for one, units in cells.items()}
    usual, most = Counter(map(tuple, orders.values())).most_common(1)[0]
    found = []
    for one, order in orders.items():
        if 2 * most > len(cells) and len(order) == len(usual):
            odd = [(mine, its) for mine, its in zip(order, usual, strict=True) if mine != its]
            if len(odd) != 1 or _is_notation(*odd[0], cells[one]):
                continue
            # What a version prints as often in a form that claims less (a year in a title) it does not lack.
            if _printed(cells[one], aspect).count(odd[0][1]) < usual.count(odd[0][1]):
                found.append(Odd(row, DifferenceKind.VALUE, aspect, (one,), odd[0][:1], odd[0][1:]))
    return found


def _printed(units: Sequence[ComparedUnit], aspect: Aspect) -> list[str]:
    """Every value of an aspect, claimed or not, each place of the text once."""
    places = {
        (place, value.start, value.end, value.key)
        for place, unit in enumerate(units)
        for value in unit.values
        if value.aspect is aspect
    }
    return [key for *_, key in places]


def _is_notation(mine: str, its: str, units: Sequence[ComparedUnit]) -> bool:
    """Whether two keys may be one value: in other letters, by its parts, or a date whose day is told in words."""
    if mine.upper() == its.upper() or "." in mine + its or ("/" in mine and (mine in its or its in mine)):
        return True
    if any({mine, its} & unit.hours for unit in units):
        return True
    day = its.removeprefix(f"{mine}-").lstrip("0") if its.startswith(f"{mine}-") else ""
    return any(value.worded and value.key == day for unit in units for value in unit.values)


def _other_order(row: AlignedRow, cells: _Cells, aspect: Aspect) -> Iterator[Odd]:
    """Where all versions but one print the values in one order, the one that prints two of them exchanged."""
    if len(cells) < 3:
        return
    common = set.intersection(*(_claimed(units, aspect) for units in cells.values()))
    if len(common) < 2:
        return
    orders = {one: _order(units, aspect, common) for one, units in cells.items()}
    (usual, most), *rest = Counter(orders.values()).most_common()
    if len(rest) != 1 or most != len(cells) - 1:
        return
    other = rest[0][0]
    exchanged = [(mine, its) for mine, its in zip(other, usual, strict=True) if mine != its]
    if len(exchanged) == 2:
        apart = tuple(one for one, order in orders.items() if order == other)
        printed = tuple(mine for mine, _ in exchanged)
        yield Odd(row, DifferenceKind.MOVED, aspect, apart, printed, printed[::-1])


def _order(units: Sequence[ComparedUnit], aspect: Aspect, common: AbstractSet[str]) -> tuple[str, ...]:
    keys = (value.key for unit in units for value in unit.claims(aspect))
    return tuple(dict.fromkeys(key for key in keys if key in common))


def _crossed_pairs(row: AlignedRow, cells: _Cells) -> Iterator[Odd]:
    """Values that all versions print, but one has two of them exchanged: dates of resolutions, numbers of things."""
    if len(cells) < 3:
        return
    paired = {one: _pairs(units) for one, units in cells.items()}
    for one, mine in paired.items():
        rest = [pairs for its, pairs in paired.items() if its is not one]
        usual = {
            name: value
            for name in mine
            if len(values := {pairs[name] for pairs in rest if name in pairs}) == 1
            for value in values
            if sum(name in pairs for pairs in rest) > 1
        }
        wrong = [name for name in usual if usual[name] != mine[name]]
        for first, second in combinations(sorted(wrong), 2):
            if mine[first] == usual[second] and mine[second] == usual[first]:
                aspect = Aspect.DATE if "/" in first else Aspect.NUMBER
                printed = (f"{first} {mine[first]}", f"{second} {mine[second]}")
                others = (f"{first} {usual[first]}", f"{second} {usual[second]}")
                yield Odd(row, DifferenceKind.VALUE, aspect, (one,), printed, others)


def _pairs(units: Sequence[ComparedUnit]) -> dict[str, str]:
    """Each symbol with its date and each unit with its number, those left out that have several."""
    found: dict[str, set[str]] = {}
    for unit in units:
        for name, value in unit.pairs:
            found.setdefault(name, set()).add(value)
    return {name: values.pop() for name, values in found.items() if len(values) == 1}


def _shown(units: Sequence[ComparedUnit], aspect: Aspect, key: str, *, of_years: bool = False) -> bool:
    return any(unit.shows(aspect, key, of_years=of_years) for unit in units)


def _footnotes(row: AlignedRow, cells: _Cells) -> Iterator[Odd]:
    """Another number of footnotes called than in most versions."""
    counts = {one: sum(len(unit.node.notes) for unit in units) for one, units in cells.items()}
    (usual, most), *rest = Counter(counts.values()).most_common()
    if not rest:
        return
    apart = tuple(one for one, count in counts.items() if count != usual) if 2 * most > len(cells) else ()
    for count, _ in sorted(rest):
        chosen = tuple(one for one in apart if counts[one] == count)
        kind = DifferenceKind.MISSING if count < usual else DifferenceKind.ADDED
        yield Odd(row, kind, Aspect.FOOTNOTE, chosen, (str(count),), (str(usual),))


def _links(row: AlignedRow, cells: _Cells) -> Iterator[Odd]:
    """Links that lead elsewhere than those of most versions."""
    if len(cells) < 2:
        return
    links = {one: frozenset().union(*(unit.links for unit in units)) for one, units in cells.items()}
    every = frozenset().union(*links.values())
    have = {key: frozenset(one for one in cells if key in links[one]) for key in every}
    yield from _paired(row, Aspect.LINK, *_sides(cells, have))
    yield from _torn(row, Aspect.LINK, {key: those for key, those in have.items() if 2 * len(those) == len(cells)})
