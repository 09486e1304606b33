"""What comes of comparing the language versions of one document: differences, never blame."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.contract import Record
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.span import Span

CONCORDANCE_SCHEMA = "verbale-concordance/1"


class DifferenceKind(StrEnum):
    """How a language version stands apart from the others."""

    MISSING = "missing"
    ADDED = "added"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    VALUE = "value differs"
    NOTATION = "notation only"


class Aspect(StrEnum):
    """What is compared."""

    PARAGRAPH = "paragraph"
    LABEL = "label"
    SYMBOL = "symbol"
    DATE = "date"
    STATE = "state"
    TREATY = "treaty"
    NUMBER = "number"
    FOOTNOTE = "footnote"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class LanguageVersion:
    """One language version that was compared.

    ``paragraphs`` counts the units of its text that took part, ``values`` the values found in them.
    """

    language: Language
    source: str
    sha256: str
    paragraphs: int
    values: int


@dataclass(frozen=True, slots=True)
class Side:
    """One unit of one version beside those of the others.

    ``text`` is the unit's own, ``label`` its printed number; ``highlighted`` are the words that the difference is
    about, as offsets into ``text``. A version in which nothing answers has a side with an empty ``ref``.
    """

    language: Language
    ref: str
    label: str
    text: str
    highlighted: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the versions are not alike.

    ``apart`` are the versions that stand apart from most; empty where no majority tells. ``printed`` is what these
    print and ``others`` what the rest prints, as values (ISO dates, symbols, alpha-3 codes, ids, numbers); without a
    majority ``printed`` and ``others`` belong to the first side and the rest.
    """

    kind: DifferenceKind
    aspect: Aspect
    severity: Severity
    place: str
    apart: tuple[Language, ...]
    printed: tuple[str, ...]
    others: tuple[str, ...]
    message: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Concordance:
    """The versions of one document compared with each other.

    ``rows`` is the number of units set beside each other, ``compared`` how many values of each aspect took part, over
    all versions; ``left_out`` says in sentences what was not compared.
    """

    symbol: str
    title: str
    versions: tuple[LanguageVersion, ...]
    rows: int
    compared: tuple[tuple[Aspect, int], ...]
    left_out: tuple[str, ...]
    differences: tuple[Difference, ...]

    def count(self, severity: Severity) -> int:
        """How many differences are of one severity."""
        return sum(one.severity is severity for one in self.differences)


def concordance_record(concordance: Concordance) -> Record:
    """What was compared, what was not, and every difference, keys in a fixed order."""
    return {
        "schema": CONCORDANCE_SCHEMA,
        "symbol": concordance.symbol or None,
        "title": concordance.title or None,
        "versions": [
            {
                "language": version.language.value,
                "source": version.source,
                "sha256": version.sha256,
                "paragraphs": version.paragraphs,
                "values": version.values,
            }
            for version in concordance.versions
        ],
        "rows": concordance.rows,
        "compared": {aspect.value: count for aspect, count in concordance.compared},
        "left_out": list(concordance.left_out),
        "differences": [_difference_record(one) for one in concordance.differences],
    }


def _difference_record(one: Difference) -> Record:
    return {
        "class": one.kind.value,
        "aspect": one.aspect.value,
        "severity": one.severity.value,
        "place": one.place,
        "apart": [language.value for language in one.apart],
        "printed": list(one.printed),
        "others": list(one.others),
        "message": one.message,
        "sides": [_side_record(side) for side in one.sides],
    }


def _side_record(side: Side) -> Record:
    return {
        "language": side.language.value,
        "ref": side.ref or None,
        "label": side.label or None,
        "text": side.text,
        "lit": [[span.start, span.end] for span in side.highlighted],
    }
