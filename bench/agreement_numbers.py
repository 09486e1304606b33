"""How far the quantities found in one paragraph agree across the six languages.

python -m bench.agreement_numbers [--show N] [--every N]

Counted are the paragraphs in which any language has a quantity. What is compared is the multiset of numbers above one,
since languages print the number one as an article or not at all; fuzzy quantities are left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field

from bench.aligned import aligned_paragraphs
from bench.shared import ABSENT, SHARED, is_at_hand

from verbale.find.citations import find_citations
from verbale.find.dates import find_dates
from verbale.find.quantities import find_quantities
from verbale.find.references import find_references
from verbale.find.setting import Setting
from verbale.model import Language, Node, NodeKind

Numbers = Counter[float]


@dataclass(slots=True)
class Agreement:
    """Paragraphs with a quantity in any language, those with the same numbers in all, and the others."""

    counted: int = 0
    agreed: int = 0
    pairs: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    differing: list[tuple[str, str, dict[str, Numbers], dict[str, str]]] = field(default_factory=list)


def numbers_of(text: str, language: Language) -> Numbers:
    """The numbers of one paragraph's quantities, those above one."""
    nodes = [Node("1", NodeKind.PARAGRAPH, text, (), language=language)]
    setting = Setting(language, "resolution", None, 76, None)
    taken = [*find_citations(nodes, setting), *find_dates(nodes, setting), *find_references(nodes, setting)]
    found = (one.value["number"] for one in find_quantities(nodes, setting, taken))
    return Counter(float(value) for value in found if isinstance(value, int | float) and value > 1)


def most_have(found: dict[str, Numbers]) -> Numbers:
    """The numbers that more than half of the languages have, as often as they have them."""
    numbers = set().union(*found.values())
    middle = (len(found) - 1) // 2
    return Counter({number: sorted(each[number] for each in found.values())[middle] for number in numbers})


def measure(every: int) -> Agreement:
    """All paragraphs, or one in ``every``."""
    result = Agreement()
    for place, (symbol, part, texts) in enumerate(aligned_paragraphs(SHARED / "corpus" / "unxml-76")):
        if place % every:
            continue
        found = {language: numbers_of(text, Language(language)) for language, text in texts.items()}
        if not any(found.values()):
            continue
        result.counted += 1
        usual = most_have(found)
        for language, numbers in found.items():
            result.pairs[language] += 1
            result.missed[language] += bool(usual - numbers)
            result.added[language] += bool(numbers - usual)
        if all(numbers == usual for numbers in found.values()):
            result.agreed += 1
        else:
            result.differing.append((symbol, part, found, texts))
    return result


def show(result: Agreement, number: int) -> None:
    """The figures, and paragraphs that differ."""
    share = result.agreed / result.counted if result.counted else 1.0
    print(f"paragraphs with a quantity {result.counted}, the same in all languages {result.agreed} ({share:.3f})")
    for language in sorted(result.pairs):
        count = result.pairs[language]
        missed, added = result.missed[language], result.added[language]
        print(f"  {language}: of {count} paragraphs lacks what most have {missed}, has what most lack {added}")
    for symbol, part, found, texts in result.differing[:number]:
        print(f"{symbol} {part}")
        for language, text in texts.items():
            print(f"  {language} {sorted(found[language].elements())} {text[:300]}")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, help="differing paragraphs to print")
    parser.add_argument("--every", type=int, default=1, help="look at one paragraph in so many")
    options = parser.parse_args(arguments)
    if not is_at_hand():
        print(ABSENT)
        return 0
    show(measure(max(1, options.every)), options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
