"""Two lists of units set beside each other, in order: dynamic programming over what they share.

A step takes one unit on each side, leaves one out on either, or takes two against one. What counts for a pair are the
values that both print, the rarer the more, their printed numbers, their kinds and their lengths; never the ids of a
publisher.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from verbale.model.node import NodeKind

_GAP = -1.1  # a unit that has none beside it
_JOINT = -1.6  # two units against one
_SHORTEST = 0.68  # of the length of two units, for one to be both
_NEVER = -math.inf
_REACH = 24  # columns to either side of the diagonal
_BASE = 0.4  # what any two units have in common before they are looked at
_SHARED, _ALONE = 1.6, 0.8  # for the weight of values that both have, and that one has alone
_MOST_VALUES = 4.0  # the most that values count for or against a pair
_SAME_LABEL, _OTHER_LABEL = 1.5, -1.2  # printed numbers alike, or not
_COUNTER = 0.5  # of what a label tells: a note that is not there shifts the numbers of all behind it
_OTHER_KIND = -1.0  # a heading beside a paragraph, say
_SAME_ACT, _OTHER_ACT = 0.4, -0.8  # the first verb of a paragraph means the same act, or another
# Standard deviation of the logarithm of the ratio of lengths between two languages: of a long text, and what is added
# for a short one, over the root of its length.
_SPREAD, _SHORT_SPREAD = 0.15, 2.2
_LEAST_LENGTH = 12.0  # characters added to both, so that short units may differ more
_LIKE_LENGTH, _UNLIKE_LENGTH = 0.5, 0.25  # lengths as expected; and for the square of each deviation from it
_WORST_LENGTH = -4.0  # the most that a difference of lengths counts against a pair
_NO_LABEL = -0.5  # on one side
_COMPANY = 0.12  # for every version that is in a row already: of two copies all versions take the same
_HEADS = (NodeKind.TITLE, NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING, NodeKind.DOCTYPE)
_WHOLE = frozenset({*_HEADS, NodeKind.FOOTNOTE})  # never several of another version: a note is called as one
_GROUPS = {**dict.fromkeys(_HEADS, 1), NodeKind.CLOSING: 2, NodeKind.PREAMBLE: 3, NodeKind.FOOTNOTE: 4}
Key = tuple[str, str]
Step = tuple[tuple[int, ...], tuple[int, ...]]
_Choice = tuple[float, tuple[int, ...], tuple[int, ...]]
_score = itemgetter(0)


@dataclass(frozen=True, slots=True)
class AlignmentProfile:
    """What alignment knows of a unit or of units already set beside each other.

    ``weights`` are its values with how much each tells, ``length`` is in characters of the pivot language, ``company``
    the number of versions that are here already; ``acts`` are the meanings of the verb that opens a paragraph, empty
    where none is known.
    """

    kind: NodeKind
    label: str
    weights: Mapping[Key, float]
    length: float
    total: float
    group: int
    company: int = 1
    acts: frozenset[str] = frozenset()


def rarity(units: Sequence[frozenset[Key]]) -> Mapping[Key, float]:
    """How much a value tells: 1 where it stands once, less the oftener it stands."""
    counts = Counter(key for keys in units for key in keys)
    return {key: 1.0 / (1.0 + math.log(count)) for key, count in counts.items()}


def profile_of(
    kind: NodeKind,
    label: str,
    keys: frozenset[Key],
    rare: Mapping[Key, float],
    length: float,
    *,
    company: int = 1,
    acts: frozenset[str] = frozenset(),
) -> AlignmentProfile:
    """The profile of one unit, or of a row."""
    weights = {key: rare.get(key, 1.0) for key in keys}
    return AlignmentProfile(
        kind, label, weights, length, math.fsum(weights.values()), _GROUPS.get(kind, 0), company, acts
    )


def merged(first: AlignmentProfile, second: AlignmentProfile) -> AlignmentProfile:
    """Two units one after the other as if they were one."""
    weights = {**first.weights, **second.weights}
    length, total = first.length + second.length, math.fsum(weights.values())
    company = min(first.company, second.company)
    return AlignmentProfile(first.kind, first.label, weights, length, total, first.group, company, first.acts)


def likeness(one: AlignmentProfile, other: AlignmentProfile) -> float:
    """How well two units fit; 0 is neither here nor there."""
    score = _BASE
    if one.total or other.total:
        fewer, more = sorted((one.weights, other.weights), key=len)
        shared = math.fsum(weight for key, weight in fewer.items() if key in more)
        alone = one.total + other.total - 2 * shared
        score += min(_MOST_VALUES, _SHARED * shared) - min(_MOST_VALUES, _ALONE * alone)
    if one.label and other.label:
        label = _SAME_LABEL if one.label == other.label else _OTHER_LABEL
        is_note = one.kind is NodeKind.FOOTNOTE and one.total and other.total
        score += _COUNTER * label if is_note else label
    elif one.label or other.label:
        score += _NO_LABEL
    if one.group != other.group:
        score += _OTHER_KIND
    if one.acts and other.acts:
        score += _OTHER_ACT if one.acts.isdisjoint(other.acts) else _SAME_ACT
    score += _COMPANY * (one.company + other.company - 2)
    mine, its = one.length + _LEAST_LENGTH, other.length + _LEAST_LENGTH
    off = math.log(mine / its) / (_SPREAD + _SHORT_SPREAD / math.sqrt(min(mine, its)))
    return score + max(_WORST_LENGTH, _LIKE_LENGTH - _UNLIKE_LENGTH * off * off)


def align(
    left: Sequence[AlignmentProfile],
    right: Sequence[AlignmentProfile],
    bonus: Callable[[int, int], float] | None = None,
) -> list[Step]:
    """Indexes on the left and on the right that belong together, in order; every index occurs once.

    ``bonus`` says of two indexes what else speaks for the pair, or against it. Only a band along the diagonal is looked
    at, as wide as the sides differ in number and a good deal more.
    """
    came: list[dict[int, Step]] = [{column: ((), (column - 1,)) for column in range(1, len(right) + 1)}]
    before: dict[int, float] = {}
    last = {column: column * _GAP for column in range(len(right) + 1)}
    twos = [merged(one, other) for one, other in pairwise(right)]
    for row, mine in enumerate(left, start=1):
        here: dict[int, float] = {}
        steps: dict[int, Step] = {}
        both = merged(left[row - 2], mine) if row > 1 else None
        for column in _band(row, len(left), len(right)):
            choices: list[_Choice] = [(last.get(column, _NEVER) + _GAP, (row - 1,), ())]
            if column:
                its = right[column - 1]
                fit = likeness(mine, its) + (bonus(row - 1, column - 1) if bonus else 0.0)
                choices.append((last.get(column - 1, _NEVER) + fit, (row - 1,), (column - 1,)))
                choices.append((here.get(column - 1, _NEVER) + _GAP, (), (column - 1,)))
                if column > 1 and _may_join(mine, right[column - 2], its):
                    joint = likeness(mine, twos[column - 2]) + _JOINT
                    choices.append((last.get(column - 2, _NEVER) + joint, (row - 1,), (column - 2, column - 1)))
                if both is not None and _may_join(its, left[row - 2], mine):
                    joint = likeness(both, its) + _JOINT
                    choices.append((before.get(column - 1, _NEVER) + joint, (row - 2, row - 1), (column - 1,)))
            here[column], *step = max(choices, key=_score)
            steps[column] = (step[0], step[1])
        came.append(steps)
        before, last = last, here
    return _trace(came, len(left), len(right))


def _band(row: int, rows: int, columns: int) -> range:
    """The columns looked at in a row."""
    middle = row * columns // rows
    reach = _REACH + abs(rows - columns)
    return range(max(0, middle - reach), min(columns, middle + reach) + 1)


def _may_join(whole: AlignmentProfile, first: AlignmentProfile, second: AlignmentProfile) -> bool:
    """Whether two units may be one on the other side: of one group, no headings, notes or copies, as long together."""
    if not (first.group == second.group == whole.group) or whole.kind in _WHOLE:
        return False
    if first.label == second.label and (first.label or first.weights) and first.weights == second.weights:
        return False
    return _SHORTEST < (whole.length + 1) / (first.length + second.length + 1) < 1 / _SHORTEST


def _trace(came: Sequence[Mapping[int, Step]], row: int, column: int) -> list[Step]:
    steps: list[Step] = []
    while row or column:
        step = came[row][column]
        steps.append(step)
        row, column = row - len(step[0]), column - len(step[1])
    return steps[::-1]
