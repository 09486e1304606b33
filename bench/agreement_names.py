"""How far the States and treaties found in one paragraph agree across the six languages.

python -m bench.agreement_names [--show N] [--kind state|treaty]

Counted are the paragraphs in which any language has one by name. Where the others point to it or describe it, that
is how it is printed and no disagreement; unresolved mentions are left out. Differences that were looked at and really
are printed have their class in ``bench/labelled/agreement_names.csv`` and are counted apart.
Exit 1 when fewer than 98 % agree.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.aligned import aligned_paragraphs
from bench.shared import ABSENT, ROOT, SHARED, is_at_hand

from verbale.find.setting import Setting
from verbale.find.states import find_states
from verbale.find.treaties import find_treaties
from verbale.model import Language, Node, NodeKind

_LEAST = 0.98
_FINDERS = {"state": ("iso3", find_states), "treaty": ("id", find_treaties)}
_LABELLED = ROOT / "bench" / "labelled" / "agreement_names.csv"
_FAULT = "finder"
_SOFT = ("anaphoric", "descriptive")


@dataclass(frozen=True, slots=True)
class Named:
    """Ids by name, and all of them: those that words only point to or describe too."""

    plain: frozenset[str]
    every: frozenset[str]


@dataclass(slots=True)
class Agreement:
    """Paragraphs with a name in any language, those where all languages have it, and the others."""

    counted: int = 0
    agreed: int = 0
    printed: Counter[str] = field(default_factory=Counter)
    differing: list[tuple[str, str, dict[str, Named], dict[str, str]]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Agreed over counted without what is printed differently; nothing found is full agreement."""
        counted = self.counted - self.printed.total()
        return self.agreed / counted if counted else 1.0


def named_in(texts: dict[str, str], kind: str) -> dict[str, Named]:
    """The ids found in each language's paragraph."""
    key, finder = _FINDERS[kind]
    found = {}
    for language, text in texts.items():
        node = Node("1", NodeKind.PARAGRAPH, text, (), language=Language(language))
        values = [one.value for one in finder([node], Setting(Language(language), "resolution", None, 76, None))]
        ids = [(value[key], any(value.get(flag) for flag in _SOFT)) for value in values]
        found[language] = Named(
            frozenset(one for one, soft in ids if isinstance(one, str) and not soft),
            frozenset(one for one, _ in ids if isinstance(one, str)),
        )
    return found


def labels() -> dict[tuple[str, str, str, str], str]:
    """The class of each difference that was judged: by kind, symbol, place and id."""
    with _LABELLED.open(encoding="utf-8", newline="") as file:
        return {(r["kind"], r["symbol"], r["place"], r["id"]): r["class"] for r in csv.DictReader(file)}


def measure(kind: str) -> Agreement:
    """All aligned paragraphs of the seventy-sixth session."""
    result, judged = Agreement(), labels()
    for symbol, place, texts in aligned_paragraphs(SHARED / "corpus" / "unxml-76"):
        found = named_in(texts, kind)
        if not any(named.plain for named in found.values()):
            continue
        result.counted += 1
        classes = [judged.get((kind, symbol, place, name), _FAULT) for name, _, _ in odd_ones(found)]
        if not classes:
            result.agreed += 1
        elif _FAULT not in classes:
            result.printed[classes[0]] += 1
        else:
            result.differing.append((symbol, place, found, texts))
    return result


def odd_ones(found: dict[str, Named]) -> Iterator[tuple[str, str, str]]:
    """For each id that not all languages have: the id, which are fewer (``+`` has, ``-`` lacks), and where."""
    for name in sorted(frozenset().union(*(named.plain for named in found.values()))):
        have = [language for language, named in found.items() if name in named.every]
        lack = [language for language in found if language not in have]
        if lack:
            fewer, sign = (have, "+") if len(have) < len(lack) else (lack, "-")
            yield name, sign, " ".join(fewer)


def main() -> int:
    """Measure and show; the exit code says whether the bound is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, help="print this many differing paragraphs with their text")
    parser.add_argument("--kind", choices=sorted(_FINDERS), action="append")
    wishes = parser.parse_args()
    if not is_at_hand():
        print(ABSENT)
        return 0
    missed = False
    for kind in wishes.kind or sorted(_FINDERS):
        result = measure(kind)
        missed = missed or result.share < _LEAST
        print(f"{kind}: {result.agreed} of {result.counted} paragraphs agree; printed differently {result.printed}")
        print(f"  agreement without those: {result.share:.4f}")
        classes = Counter(odd for _, _, found, _ in result.differing for odd in odd_ones(found))
        for (name, sign, languages), count in classes.most_common(60):
            print(f"  {count:4} {name} {sign}{languages}")
        for symbol, place, found, texts in result.differing[: wishes.show]:
            print(f"{symbol} {place} {list(odd_ones(found))}")
            print(*(f"    {language}: {text}" for language, text in texts.items()), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
