"""How far what is found in one text agrees across the six languages.

python -m bench.agreement [--kind KIND]… [--show N] [--from N] [--class CLASS] [--write --date YYYY-MM-DD]

Kinds are ``symbol``, ``date``, ``state``, ``treaty`` and ``quantity``. Counted are the aligned paragraphs in which any
language has a value by itself. A value that not all languages have is classed ``printed`` when one with it prints it
and none without it does (``bench.measures`` says what counts as printed); or by a reader, in
``bench/labelled/agreement.csv``; the rest is ``finder``: held to be the finder's fault. Exit 1 when fewer than 98 %
of the paragraphs that print the same agree, in any kind but ``quantity``. ``--write`` sets the figures into
``docs/measurements/finding.md``.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.aligned import aligned_paragraphs
from bench.measures import MEASURES, Measure, Values
from bench.pages import Sheet, describe_machine, show, write
from bench.shared import ABSENT, ROOT, SHARED, is_at_hand

from verbale.find.setting import DocumentContext
from verbale.model.language import Language

FAULT = "finder"
PRINTED = "printed"
_LEAST = 0.98
_UNBOUND = ("quantity",)
_LABELLED = ROOT / "bench" / "labelled" / "agreement.csv"
_SESSION = 76
_MAIN_PART_ENDS = "2021-12-24"
_COLUMNS = ("what", "units", "agree", "printed differently", "finder's", "agreement without printed differences")

Labels = Mapping[tuple[str, str, str, str], str]
Unit = tuple[str, str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Odd:
    """A value that not all languages have, those that have it and those that lack it, and its class."""

    value: str
    have: tuple[str, ...]
    lack: tuple[str, ...]
    why: str

    def __str__(self) -> str:
        fewer = f"+{' '.join(self.have)}" if len(self.have) < len(self.lack) else f"-{' '.join(self.lack)}"
        return f"{self.value} {fewer} [{self.why}]"


@dataclass(frozen=True, slots=True)
class Difference:
    """A unit whose values are not the same in all languages."""

    unit: Unit
    odd: tuple[Odd, ...]

    @property
    def why(self) -> str:
        """The finder's fault if any value is, or the class of the first that a reader classed, or ``printed``."""
        classes = [one.why for one in self.odd]
        return FAULT if FAULT in classes else next((why for why in classes if why != PRINTED), PRINTED)


@dataclass(slots=True)
class Agreement:
    """Units with a value in any language, those that agree, and the others."""

    counted: int = 0
    agreed: int = 0
    differing: list[Difference] = field(default_factory=list)

    def of_class(self, why: str | None) -> list[Difference]:
        return [one for one in self.differing if why is None or one.why == why]

    @property
    def share(self) -> float:
        """Of the units that print the same."""
        alike = self.agreed + len(self.of_class(FAULT))
        return self.agreed / alike if alike else 1.0


def read_labels(path: Path) -> Labels:
    """The class that a reader gave each value: by kind, symbol, place and value."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(r["kind"], r["symbol"], r["place"], r["id"]): r["class"] for r in csv.DictReader(file)}


def compare(measure: Measure, units: Iterable[Unit], labels: Labels, anchor: str | None) -> Agreement:
    """All units under one measure; dates without a year look back from ``anchor``."""
    result = Agreement()
    for unit in units:
        texts = unit[2]
        found = {
            language: measure.values(text, DocumentContext(Language(language), "resolution", None, _SESSION, anchor))
            for language, text in texts.items()
        }
        if not any(values.plain for values in found.values()):
            continue
        result.counted += 1
        odd = tuple(
            Odd(value, have, lack, _class_of(value, (have, lack), unit, measure, labels))
            for value, have, lack in _odd_ones(found)
        )
        result.agreed += not odd
        if odd:
            result.differing.append(Difference(unit, odd))
    return result


def _odd_ones(found: Mapping[str, Values]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for value in sorted(frozenset().union(*(values.plain for values in found.values()))):
        have = tuple(language for language, values in found.items() if value in values.every)
        lack = tuple(language for language in found if language not in have)
        if lack:
            yield value, have, lack


def _class_of(
    value: str, sides: tuple[Iterable[str], Iterable[str]], unit: Unit, measure: Measure, labels: Labels
) -> str:
    """A reader's class of the value, or of the whole unit (``*``); else printed or the finder's, by the evidence.

    It is printed differently where those that have the value print it and none of those that lack it does.
    """
    symbol, place, texts = unit
    for name in (value, "*"):
        if why := labels.get((measure.name, symbol, place, name)):
            return why
    have, lack = (
        any(measure.is_printed(value, texts[language], Language(language)) for language in side) for side in sides
    )
    return PRINTED if have and not lack else FAULT


def sheet_of(results: Mapping[str, Agreement]) -> Sheet:
    """The figures of several measures as a table."""
    return Sheet("The same in six languages", _COLUMNS, tuple(_row(name, one) for name, one in results.items()))


def _row(name: str, result: Agreement) -> tuple[str, ...]:
    faults = len(result.of_class(FAULT))
    figures = (result.counted, result.agreed, len(result.differing) - faults, faults)
    return (name, *(f"{figure:,}" for figure in figures), f"{result.share:.4f}")


def show_units(name: str, result: Agreement, options: argparse.Namespace) -> None:
    """The classes, and as many differing units with their texts as are wished for."""
    print(name, dict(Counter(one.why for one in result.differing).most_common()))
    chosen = result.of_class(options.why)
    for one in chosen[options.first : options.first + options.show]:
        symbol, place, texts = one.unit
        print(f"{symbol} {place} {'; '.join(map(str, one.odd))}")
        print(*(f"    {language}: {text}" for language, text in texts.items()), sep="\n")


def parser_of(text: str) -> argparse.ArgumentParser:
    """The options that the measures of agreement have in common."""
    parser = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", choices=sorted(MEASURES), action="append")
    parser.add_argument("--show", type=int, default=0, help="print this many differing units with their texts")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first of those printed")
    parser.add_argument("--class", dest="why", help="print only those of this class")
    parser.add_argument("--write", action="store_true", help="set the figures into docs/measurements/finding.md")
    parser.add_argument("--date", default="", help="the date to write, YYYY-MM-DD")
    return parser


def main() -> int:
    """Measure and show; the exit code says whether the bound is met."""
    options = parser_of(str(__doc__)).parse_args()
    if not is_at_hand():
        print(ABSENT)
        return 0
    units = list(aligned_paragraphs(SHARED / "corpus" / "unxml-76"))
    labels = read_labels(_LABELLED)
    results: dict[str, Agreement] = {}
    for name in options.kind or MEASURES:
        results[name] = compare(MEASURES[name], units, labels, _MAIN_PART_ENDS)
        show_units(name, results[name], options)
    sheets = [sheet_of(results)]
    show(sheets)
    if options.write:
        write("finding.md", sheets, "python -m bench.agreement", options.date, describe_machine(), "agreement")
    return 1 if any(one.share < _LEAST for name, one in results.items() if name not in _UNBOUND) else 0


if __name__ == "__main__":
    sys.exit(main())
