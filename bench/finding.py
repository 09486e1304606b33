"""How fast words are found: all finders together, values built, against regular expressions that only scan.

python -m bench.finding [--megabytes N] [--rounds N]

Equal shares of the six languages, taken from the resolutions beside the project. The yardstick is
60 patterns of the standard library, each run over the same text, their hits counted and thrown
away. Density decides how fast finding can be, so the rate is given per annotation too. The ceiling
is one automaton over the names of States, reporting offsets and building nothing.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind
from bench.shared import ABSENT, SHARED, is_at_hand
from lxml import etree

from verbale.find import Setting, find_annotations
from verbale.lexicon import read_words
from verbale.model import Language, Node, NodeKind

_P = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}p"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_SHAPES = (
    r"\b\d{1,2} (?:MONTHS) \d{4}\b",
    r"\b(?:MONTHS) \d{4}\b",
    r"\bA/RES/\d+/\d+\b",
    r"\b\d{2}/\d{1,3}\b",
    r"\b[A-Z]{1,4}/\d+/\d+(?:/Add\.\d+)?\b",
    r"第 ?\d+/\d+ ?号",
    r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日",
    r"\b\d{1,3}(?: \d{3})+\b",
    r"\b(?:more than|over|at least) \d+\b",
    r"\bparagraphs? \d+\b",
    r"\barticle [IVX]+\b",
    r"\b(?:Treaty|Convention|Protocol) on [A-Z]\w+\b",
)


def passages(language: str, size: int) -> list[str]:
    """Paragraphs of one language, ``size`` bytes of UTF-8 in all or a little more."""
    taken: list[str] = []
    total = 0
    for path in sorted((SHARED / "corpus" / "unxml-76" / language).glob("*.xml")):
        for text in _paragraphs(path):
            taken.append(text)
            total += len(text.encode("utf-8"))
            if total >= size:
                return taken
    return taken


def _paragraphs(path: Path) -> Iterator[str]:
    for element in etree.parse(path).iter(_P):
        text = " ".join("".join(str(piece) for piece in element.itertext()).split())
        if text:
            yield text


def patterns() -> list[re.Pattern[str]]:
    """Sixty patterns of the kind that would be written by hand: shapes of dates and symbols, and names of States."""
    shapes = [re.compile(shape.replace("MONTHS", _MONTHS)) for shape in _SHAPES]
    names = sorted({row["text"] for row in read_words("state_names") if row["form"] == "short"})
    step = len(names) // (60 - len(shapes))
    groups = [names[i : i + 20] for i in range(0, len(names), step)][: 60 - len(shapes)]
    return shapes + [re.compile("|".join(map(re.escape, group))) for group in groups]


def best_of(rounds: int, work: Callable[[], int]) -> tuple[float, int]:
    """Seconds of processor time of the quickest round, and what the work counted."""
    times: list[float] = []
    counted = 0
    for _ in range(rounds):
        began = time.process_time()
        counted = work()
        times.append(time.process_time() - began)
    return min(times), counted


def scan(texts: list[str], compiled: list[re.Pattern[str]]) -> int:
    """Every hit of every pattern, counted."""
    return sum(1 for text in texts for pattern in compiled for _ in pattern.finditer(text))


def raw_scan(texts: list[str], automaton: AhoCorasick) -> int:
    """Every hit of the automaton, with its offsets."""
    return sum(len(automaton.find_matches_as_indexes(text)) for text in texts)


def nodes_of(texts: list[str], language: Language) -> list[Node]:
    """Paragraphs as nodes, as finders take them."""
    return [Node(f"P.{i}", NodeKind.PARAGRAPH, text, (), language=language) for i, text in enumerate(texts)]


def main() -> int:
    """Measure and print; exit 1 when the bar of twice the yardstick is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=3.0)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    if not is_at_hand():
        sys.stdout.write(f"{ABSENT}\n")
        return 0
    size = int(args.megabytes * 1e6 / len(Language))
    texts = {language: passages(language.value, size) for language in Language}
    everything = [text for share in texts.values() for text in share]
    megabytes = sum(len(text.encode("utf-8")) for text in everything) / 1e6
    sets = [(nodes_of(share, language), _setting(language)) for language, share in texts.items()]
    automaton = AhoCorasick(
        sorted({row["text"] for row in read_words("state_names")}), matchkind=MatchKind.LeftmostLongest
    )
    find_annotations(*sets[0])
    found, count = best_of(args.rounds, lambda: sum(len(find_annotations(*one)) for one in sets))
    scanned, hits = best_of(args.rounds, lambda: scan(everything, patterns()))
    ceiling, _ = best_of(args.rounds, lambda: raw_scan(everything, automaton))
    lines = [
        f"text              {megabytes:.1f} MB in {len(everything):,} paragraphs",
        f"all finders       {megabytes / found:6.2f} MB/s, {count:,} annotations, {found / count * 1e6:.1f} µs each",
        f"60 patterns       {megabytes / scanned:6.2f} MB/s, {hits:,} hits",
        f"one automaton     {megabytes / ceiling:6.2f} MB/s",
        f"finders to patterns {scanned / found:.2f} (bar 2)",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if scanned / found >= 2 else 1


def _setting(language: Language) -> Setting:
    return Setting(language, "resolution", None, 76, "2021-12-31")


if __name__ == "__main__":
    sys.exit(main())
