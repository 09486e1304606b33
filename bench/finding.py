"""How fast words are found: all finders together, values built, against regular expressions that only scan.

Equal shares of the six languages, taken from the resolutions beside the project. The yardstick is 60 patterns of the
standard library, each run over the same text, their hits counted and thrown away. Density decides how fast finding can
be, so the time for each annotation is given too. The ceiling is one automaton over all words that the finders look
for, in all six languages, reporting offsets and building nothing; other tools stand beside (``bench.peers``), each on
its own task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind
from bench.pages import Sheet
from bench.peers import HINT, peers
from bench.race import Result, best_of, race
from bench.shared import SHARED
from lxml import etree

from verbale.find.annotate import find_annotations
from verbale.find.prefilter import SEEDS
from verbale.find.setting import DocumentContext
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_P = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}p"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_DIFFERENT = 100
_MEGABYTE = 1_000_000
_PLAIN = {"brackets": "(", "figures": "7", "one Chinese character": "中", "one Chinese numeral": "一", "slashes": "A/"}
_DENSE = {
    "figures and spaces": "7 ",
    "citations": "A/76/1, ",
    "numbers with a slash": "76/53 ",
    "letters of parts": "resolutions 51/45 M, N and O, ",
    "places and repeats": "A/76/1, para. 3; ibid., para. 4; ",
    "numbers of resolutions": "resolution 76/53, ",
    "quantities": "5 cats ",
    "dates": "4 May 2010, ",
    "States": "France, ",
}
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


def scan(texts: list[str], compiled: list[re.Pattern[str]]) -> int:
    """Every hit of every pattern, counted."""
    return sum(1 for text in texts for pattern in compiled for _ in pattern.finditer(text))


def raw_scan(texts: list[str], automaton: AhoCorasick) -> int:
    """Every hit of the automaton, with its offsets."""
    return sum(len(automaton.find_matches_as_indexes(text)) for text in texts)


def every_word() -> list[str]:
    """All words in all languages that one of the finders looks for."""
    return sorted({seed for seeds in SEEDS.values() for language in Language for seed in seeds(language)})


def nodes_of(texts: list[str], language: Language) -> list[Node]:
    """Paragraphs as nodes, as finders take them."""
    return [Node(f"P.{i}", NodeKind.PARAGRAPH, text, (), language=language) for i, text in enumerate(texts)]


def measure_finding(result: Result, megabytes: float, rounds: int) -> None:
    """All finders, the yardstick, the ceiling and the peers over the same paragraphs."""
    size = int(megabytes * 1e6 / len(Language))
    texts = {language: passages(language.value, size) for language in Language}
    everything = [text for share in texts.values() for text in share]
    total = sum(len(text.encode("utf-8")) for text in everything)
    sets = [(nodes_of(share, language), _setting(language)) for language, share in texts.items()]
    for one in sets:
        find_annotations(*one)
    compiled = patterns()
    words = every_word()
    automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    ours, theirs = race(lambda: [find_annotations(*one) for one in sets], lambda: scan(everything, compiled), rounds)
    found = sum(len(find_annotations(*one)) for one in sets)
    ceiling, hits = best_of(rounds, lambda: raw_scan(everything, automaton))
    result.worst["finding"] = theirs / ours
    rows = [
        _row("all finders, values built", "six kinds, six languages", total, ours, found),
        _row("60 patterns, scanning", "shapes and names, six languages", total, theirs, scan(everything, compiled)),
        _row(f"one automaton, {len(words):,} words, scanning", "all words, six languages", total, ceiling, hits),
    ]
    for peer in peers(everything, texts[Language.EN]):
        if isinstance(peer, str):
            rows.append((peer, HINT, "", "", ""))
        else:
            rows.append(_row(peer.name, peer.task, peer.size, *best_of(1, peer.work)))
    measured = f"{total / 1e6:.1f} MB in {len(everything):,} paragraphs"
    note = f"{measured}; ours to the patterns {theirs / ours:.2f}, the bar is 2."
    columns = ("what", "finds", "MB/s", "found", "µs each")
    result.sheets.append(Sheet("Finding beside others", columns, tuple(rows), note))


def _row(name: str, task: str, size: int, seconds: float, count: int) -> tuple[str, ...]:
    return name, task, f"{size / seconds / 1e6:.3g}", f"{count:,}", f"{seconds / max(count, 1) * 1e6:.2f}"


def measure_growth(result: Result, rounds: int) -> None:
    """One document after another, 1 to 1,000 of them: the time for each must stay the same."""
    files = sorted((SHARED / "corpus" / "unxml-76" / "en").glob("*.xml"))[:_DIFFERENT]
    documents = [nodes_of(list(_paragraphs(path)), Language.EN) for path in files]
    setting = _setting(Language.EN)
    rows = []
    for count in (1, 10, 100, 1000):
        many = [documents[place % len(documents)] for place in range(count)]
        seconds, found = best_of(rounds, partial(_count, many, setting))
        size = sum(len(node.text.encode()) for nodes in many for node in nodes)
        rows.append((f"{count:,}", f"{size / 1e6:.2f}", f"{seconds:.3f}", f"{size / seconds / 1e6:.2f}", f"{found:,}"))
    columns = ("documents", "MB", "s", "MB/s", "found")
    result.sheets.append(Sheet("Documents in English, one after another", columns, tuple(rows)))


def measure_heavy(result: Result) -> None:
    """One paragraph of a megabyte: one sign over and over, which has a bar, and as dense as can be, which has none."""
    rows = []
    for name, unit in {**_PLAIN, **_DENSE}.items():
        text = unit * (_MEGABYTE // len(unit))
        language = Language.EN if text.isascii() else Language.ZH
        nodes, setting = nodes_of([text], language), _setting(language)
        seconds, found = best_of(1, partial(_count, [nodes], setting))
        rows.append((name, f"{seconds:.2f}", f"{found:,}"))
        if name in _PLAIN:
            result.worst["heavy"] = max(result.worst.get("heavy", 0.0), seconds)
    note = "The bar is 1 s at most for the first five."
    result.sheets.append(Sheet("One paragraph of a million characters", ("made of", "s", "found"), tuple(rows), note))


def _count(documents: list[list[Node]], setting: DocumentContext) -> int:
    return sum(len(find_annotations(nodes, setting)) for nodes in documents)


def _setting(language: Language) -> DocumentContext:
    return DocumentContext(language, "resolution", None, 76, "2021-12-31")
