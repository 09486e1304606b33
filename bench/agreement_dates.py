"""How far the dates found in one paragraph agree across the six languages.

python -m bench.agreement_dates [--show N] [--from N]

Counted are the paragraphs in which any language has a date. The days of resolutions whose year is not printed look
back from the end of the session's main part. A difference is classed ``printed`` when the figures of the year and the
day, or the name of the month, are not in the text of the language that lacks the date; ``since`` when only an open end
differs; ``other`` else. Exit 1 when fewer than 98 % agree, the printed ones left out.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bench.aligned import aligned_paragraphs
from bench.shared import ABSENT, SHARED, is_at_hand

from verbale.find.dates import find_dates
from verbale.find.setting import Setting
from verbale.lexicon.date_words import month_numbers
from verbale.model import Language, Node, NodeKind

_LEAST = 0.98
_SESSION = 76
_MAIN_PART_ENDS = "2021-12-24"


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph whose dates are not the same in all languages."""

    symbol: str
    place: str
    found: Mapping[str, frozenset[str]]
    texts: Mapping[str, str]


@dataclass(slots=True)
class Agreement:
    """Paragraphs with a date in any language, those with one set in all, and the others by class."""

    counted: int = 0
    agreed: int = 0
    differing: dict[str, list[Difference]] = field(default_factory=lambda: {"printed": [], "since": [], "other": []})

    @property
    def share(self) -> float:
        """Of the paragraphs that print the same dates."""
        alike = self.counted - len(self.differing["printed"])
        return self.agreed / alike if alike else 1.0


def dates_of(text: str, language: Language) -> frozenset[str]:
    """The dates found in a paragraph, as ``start/end``."""
    node = Node("1", NodeKind.PARAGRAPH, text, (), language=language)
    setting = Setting(language, "resolution", None, _SESSION, _MAIN_PART_ENDS)
    return frozenset(f"{one.value['start']}/{one.value['end']}" for one in find_dates([node], setting))


def measure() -> Agreement:
    """All aligned paragraphs of the seventy-sixth session."""
    result = Agreement()
    for symbol, place, texts in aligned_paragraphs(SHARED / "corpus" / "unxml-76"):
        found = {language: dates_of(text, Language(language)) for language, text in texts.items()}
        if not any(found.values()):
            continue
        result.counted += 1
        if len(set(found.values())) == 1:
            result.agreed += 1
        else:
            one = Difference(symbol, place, found, texts)
            result.differing[class_of(one)].append(one)
    return result


def class_of(one: Difference) -> str:
    """Whether a difference is one of what is printed, of open ends only, or another."""
    if len({frozenset(date.split("/")[0] for date in dates) for dates in one.found.values()}) == 1:
        return "since"
    missing = [
        (date, language)
        for date in frozenset().union(*one.found.values())
        for language, dates in one.found.items()
        if date not in dates
    ]
    # A language that has another date instead is told by the one that it lacks or by the one that it has alone.
    printed = [(date, language) for date, language in missing if not is_printed(date, one.texts[language], language)]
    return "printed" if printed and _explain(printed, missing) else "other"


def _explain(printed: list[tuple[str, str]], missing: list[tuple[str, str]]) -> bool:
    """Whether each language that lacks a date, or alone has one, is among those that print otherwise."""
    odd = {language for _, language in printed}
    by_date: dict[str, set[str]] = {}
    for date, language in missing:
        by_date.setdefault(date, set()).add(language)
    return all(lacking & odd for lacking in by_date.values())


def is_printed(date: str, text: str, language: str) -> bool:
    """Whether the figures of a date's years and days and the names of its months are all in the text."""
    plain = text.translate({0x660 + figure: str(figure) for figure in range(10)})
    return all(_has_day(part, plain, Language(language)) for part in set(date.split("/")) - {".."})


def _has_day(part: str, text: str, language: Language) -> bool:
    year, *rest = part.removeprefix("--").split("-") if not part.startswith("--") else ("", *part[2:].split("-"))
    figures = [figure for figure in (year, *rest[1:2]) if figure]
    if not all(re.search(rf"(?<![0-9])0?{figure.lstrip('0')}(?![0-9])", text) for figure in figures):
        return False
    if not rest:
        return True
    if language is Language.ZH:
        return re.search(rf"(?<![0-9]){int(rest[0])} ?月", text) is not None
    lowered = text.lower()
    return any(number == int(rest[0]) and name.lower() in lowered for name, number in month_numbers(language).items())


def odd_ones(found: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """For each date that not all languages have: the date, and which are fewer (``+`` has, ``-`` lacks)."""
    for name in sorted(frozenset().union(*found.values())):
        have = [language for language, dates in found.items() if name in dates]
        lack = [language for language in found if language not in have]
        if lack:
            yield name, "+" + " ".join(have) if len(have) < len(lack) else "-" + " ".join(lack)


def main() -> int:
    """Measure and show; the exit code says whether the bound is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, help="print this many differing paragraphs with their text")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first of those printed")
    parser.add_argument("--kind", choices=("printed", "since", "other"), default="other")
    wishes = parser.parse_args()
    if not is_at_hand():
        print(ABSENT)
        return 0
    result = measure()
    classes = ", ".join(f"{len(ones)} {name}" for name, ones in result.differing.items())
    print(f"dates: {result.agreed} of {result.counted} paragraphs agree; {classes}; {result.share:.4f} without printed")
    sides = Counter(side for one in result.differing[wishes.kind] for _, side in odd_ones(one.found))
    print(*(f"  {count:4} {side}" for side, count in sides.most_common()), sep="\n")
    for one in result.differing[wishes.kind][wishes.first : wishes.first + wishes.show]:
        print(f"{one.symbol} {one.place} {list(odd_ones(one.found))}")
        print(*(f"    {language}: {text}" for language, text in one.texts.items()), sep="\n")
    return 0 if result.share >= _LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
