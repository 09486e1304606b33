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

from verbale.model import NodeKind

_GAP = -1.1
_JOINT = -1.6  # two units against one
_SHORTEST = 0.68  # of the length of two units, for one to be both
_BASE = 0.4
_SHARED, _ALONE = 1.2, 0.8
_SAME_LABEL, _OTHER_LABEL = 1.6, -1.2
_OTHER_KIND = -1.0
# Standard deviation of the logarithm of the ratio of lengths between two languages: of a long text, and what is added
# for a short one, over the root of its length.
_SPREAD, _SHORT_SPREAD = 0.15, 2.2
_LEAST_LENGTH = 12.0
_WORST_LENGTH = -4.0
_NO_LABEL = -0.5  # on one side
_COMPANY = 0.12  # for every version that is in a row already: of two copies all versions take the same
_HEADS = (NodeKind.TITLE, NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING, NodeKind.DOCTYPE)
_GROUPS = {**dict.fromkeys(_HEADS, 1), NodeKind.CLOSING: 2, NodeKind.PREAMBLE: 3, NodeKind.FOOTNOTE: 4}
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Profile:
    """What alignment knows of a unit or of units already set beside each other.

    ``weights`` are its values with how much each tells, ``length`` is in characters of the pivot language, ``company``
    the number of versions that are here already.
    """

    kind: NodeKind
    label: str
    weights: Mapping[Key, float]
    length: float
    total: float
    group: int
    company: int = 1


def rarity(units: Sequence[frozenset[Key]]) -> Mapping[Key, float]:
    """How much a value tells: 1 where it stands once, less the oftener it stands."""
    counts = Counter(key for keys in units for key in keys)
    return {key: 1.0 / (1.0 + math.log(count)) for key, count in counts.items()}


def profile_of(
    kind: NodeKind, label: str, keys: frozenset[Key], rare: Mapping[Key, float], length: float, company: int = 1
) -> Profile:
    """The profile of one unit, or of a row."""
    weights = {key: rare.get(key, 1.0) for key in keys}
    return Profile(kind, label, weights, length, sum(weights.values()), _GROUPS.get(kind, 0), company)


def merged(first: Profile, second: Profile) -> Profile:
    """Two units one after the other as if they were one."""
    weights = {**first.weights, **second.weights}
    length, total = first.length + second.length, sum(weights.values())
    return Profile(first.kind, first.label, weights, length, total, first.group, min(first.company, second.company))


def likeness(one: Profile, other: Profile) -> float:
    """How well two units fit; 0 is neither here nor there."""
    score = _BASE
    if one.total or other.total:
        fewer, more = sorted((one.weights, other.weights), key=len)
        shared = sum(weight for key, weight in fewer.items() if key in more)
        alone = one.total + other.total - 2 * shared
        score += min(4.0, _SHARED * shared) - min(4.0, _ALONE * alone)
    if one.label and other.label:
        score += _SAME_LABEL if one.label == other.label else _OTHER_LABEL
    elif one.label or other.label:
        score += _NO_LABEL
    if one.group != other.group:
        score += _OTHER_KIND
    score += _COMPANY * (one.company + other.company - 2)
    mine, its = one.length + _LEAST_LENGTH, other.length + _LEAST_LENGTH
    off = math.log(mine / its) / (_SPREAD + _SHORT_SPREAD / math.sqrt(min(mine, its)))
    return score + max(_WORST_LENGTH, 0.5 - 0.25 * off * off)


Step = tuple[tuple[int, ...], tuple[int, ...]]


def align(
    left: Sequence[Profile], right: Sequence[Profile], bonus: Callable[[int, int], float] | None = None
) -> list[Step]:
    """Indexes on the left and on the right that belong together, in order; every index occurs once.

    ``bonus`` says of two indexes what else speaks for the pair, or against it.
    """
    fits = {
        (row, column): likeness(mine, its) + (bonus(row, column) if bonus else 0.0)
        for row, mine in enumerate(left)
        for column, its in enumerate(right)
    }
    best: list[list[float]] = [[column * _GAP for column in range(len(right) + 1)]]
    came: list[list[tuple[int, int]]] = [[(0, 0), *[(0, 1)] * len(right)]]
    twos = [merged(one, other) for one, other in pairwise(right)]
    for row, mine in enumerate(left, start=1):
        here, steps = [row * _GAP], [(1, 0)]
        both = merged(left[row - 2], mine) if row > 1 else None
        for column, its in enumerate(right, start=1):
            choices = [
                (best[row - 1][column - 1] + fits[row - 1, column - 1], (1, 1)),
                (best[row - 1][column] + _GAP, (1, 0)),
                (here[column - 1] + _GAP, (0, 1)),
            ]
            if column > 1 and _may_join(mine, right[column - 2], its):
                choices.append((best[row - 1][column - 2] + likeness(mine, twos[column - 2]) + _JOINT, (1, 2)))
            if both is not None and _may_join(its, left[row - 2], mine):
                choices.append((best[row - 2][column - 1] + likeness(both, its) + _JOINT, (2, 1)))
            score, step = max(choices)
            here.append(score)
            steps.append(step)
        best.append(here)
        came.append(steps)
    return _trace(came, len(left), len(right))


def _may_join(whole: Profile, first: Profile, second: Profile) -> bool:
    """Whether two units may be one on the other side: of one group, no headings or copies, and as long together."""
    if not (first.group == second.group == whole.group) or whole.kind in _HEADS:
        return False
    if first.label == second.label and (first.label or first.weights) and first.weights == second.weights:
        return False
    return _SHORTEST < (whole.length + 1) / (first.length + second.length + 1) < 1 / _SHORTEST


def _trace(came: Sequence[Sequence[tuple[int, int]]], row: int, column: int) -> list[Step]:
    steps: list[Step] = []
    while row or column:
        up, back = came[row][column]
        steps.append((tuple(range(row - up, row)), tuple(range(column - back, column))))
        row, column = row - up, column - back
    return steps[::-1]
