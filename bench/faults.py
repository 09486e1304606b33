"""How many faults that are put into one language version are found, by kind and by language.

python -m bench.faults [--kind KIND] [--each N] [--seed N] [--show N] [FOLDER]

Clean sextets are read (by default the resolutions in six languages beside the project); in one version at a time a
number, a date, a symbol or a State is changed in the words of a paragraph, a paragraph is dropped or doubled, one is
renumbered, or two values of a paragraph change places. The finders then read the changed words as they read any text.
A fault is found when a difference is told that was not told before, in the row of the changed paragraph (whose number
another version may print otherwise), and the changed version is the one that stands apart (or none does). ``--each`` is
the number of faults of each kind in each version of each document. Exit 1 when fewer than 98 % of any kind are found in
any language.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from bench.shared import ABSENT, SHARED, is_at_hand

from verbale.app.concording import name_key
from verbale.app.reading import read_incoming
from verbale.app.sources import find_sources
from verbale.concord.merging import rows_of
from verbale.concord.version_comparison import find_concordance
from verbale.find.annotate import find_annotations
from verbale.find.setting import setting_of
from verbale.lexicon.numerals import find_ordinals
from verbale.lexicon.ordinals import ordinal_forms
from verbale.lexicon.tables import read_words
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.concordance import Difference
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_LEAST = 0.98
_FIGURES = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_HIGHEST_ORDINAL = 90
_ARABIC_AND = "\u0648"
_UNTOUCHED = frozenset({NodeKind.FURNITURE, NodeKind.MASTHEAD, NodeKind.CLOSING, NodeKind.TITLE})
Sextet = Mapping[Language, Document]


@dataclass(frozen=True, slots=True)
class Fault:
    """The nodes of the changed version, and the ref of what was changed."""

    nodes: tuple[Node, ...]
    ref: str
    what: str


@dataclass(slots=True)
class Result:
    """Faults put in and found, by kind and language; those that were not found."""

    put: Counter[tuple[str, Language]] = field(default_factory=Counter)
    found: Counter[tuple[str, Language]] = field(default_factory=Counter)
    missed: list[tuple[str, Language, str, Fault]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a node with the words that may stand there instead."""

    node: int
    start: int
    end: int
    instead: str


def with_text(document: Document, spots: Sequence[Spot], what: str) -> Fault:
    """The nodes with other words at the spots, all of one node."""
    place = spots[0].node
    text = document.nodes[place].text
    for spot in sorted(spots, key=lambda one: -one.start):
        text = text[: spot.start] + spot.instead + text[spot.end :]
    nodes = list(document.nodes)
    nodes[place] = replace(nodes[place], text=text, notes=nodes[place].notes, links=())
    return Fault(tuple(nodes), nodes[place].ref, what)


def other_figures(printed: str, rng: random.Random) -> str:
    """Figures with the same number of digits and another value."""
    low = 10 ** (len(printed) - 1) if len(printed) > 1 else 2
    value = int(printed)
    while value == int(printed):
        value = rng.randint(low, 10 ** len(printed) - 1)
    return str(value)


def change_number(document: Document, rng: random.Random) -> Fault | None:
    """Figures outside dates and citations, or an ordinal in words."""
    language = document.language or Language.EN
    spots = []
    for place, node in touchable(document):
        marks = [one for one in document.annotations if one.ref == node.ref and one.kind in _MARKED]
        for match in _FIGURES.finditer(node.text):
            if (
                match.group()[0] not in "01"
                and len(match.group()) < 4
                and not inside(match.span(), marks)
                and stands(node.text, match)
            ):
                spots.append(Spot(place, *match.span(), other_figures(match.group(), rng)))
        spots += list(other_ordinals(place, node.text, language, rng))
    return pick(document, spots, rng)


def stands(text: str, match: re.Match[str]) -> bool:
    """Whether figures are a number by themselves: no part of a symbol, of a name, of decimals."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return not re.search(r"[\w./,\u2010-\u2015\u00a0-]", re.sub(r"[\u4e00-\u9fff]|[,.،](?=$)", "", around))


def other_ordinals(place: int, text: str, language: Language, rng: random.Random) -> Iterator[Spot]:
    """Ordinals in words with the next ones of the same form."""
    for one in find_ordinals(text, language):
        printed = text[one.start : one.end]
        value, number = int(one.value or 0) + rng.randint(1, 4), int(one.value or 0)
        joined = language is Language.AR and text[one.start - 1 : one.start] == _ARABIC_AND
        if 20 < number < _HIGHEST_ORDINAL and not joined:
            for form in ordinal_forms(language).values():
                if form.get(number) == printed and value in form:
                    yield Spot(place, one.start, one.end, form[value])
                    break


_MARKED = frozenset({AnnotationKind.DATE, AnnotationKind.CITATION, AnnotationKind.REFERENCE})


def inside(span: tuple[int, int], marks: Sequence[Annotation]) -> bool:
    """Whether a stretch lies in something that was found."""
    return any(one.start < span[1] and span[0] < one.end for one in marks)


def change_date(document: Document, rng: random.Random) -> Fault | None:
    """The day or the year of a whole date."""
    spots = []
    for place, one in annotated(document, AnnotationKind.DATE):
        if len(str(one.value.get("start"))) == len("2021-12-06") and one.value.get("start") == one.value.get("end"):
            for match in _FIGURES.finditer(one.text):
                printed = match.group()
                instead = str(int(printed) + rng.randint(1, 3)) if len(printed) == 4 else str(int(printed) % 27 + 1)
                spots.append(Spot(place, one.start + match.start(), one.start + match.end(), instead))
    return pick(document, [spot for spot in spots if not is_month(document, spot)], rng)


def is_month(document: Document, spot: Spot) -> bool:
    """Whether figures are those of a Chinese month, which have other bounds."""
    return document.nodes[spot.node].text[spot.end :].lstrip().startswith("月")


def change_symbol(document: Document, rng: random.Random) -> Fault | None:
    """The last figures of the number of a document."""
    spots = []
    for place, one in annotated(document, AnnotationKind.CITATION):
        match = re.search(r"\d+/(\d{2,3})(?!\d|/)", one.text)
        if match and one.value.get("symbol"):
            instead = other_figures(match[1], rng)
            spots.append(Spot(place, one.start + match.start(1), one.start + match.end(1), instead))
    return pick(document, spots, rng)


def change_state(document: Document, rng: random.Random) -> Fault | None:
    """A name of a State by the short name of another."""
    language = (document.language or Language.EN).value
    rows = [row for row in read_words("state_names") if row["language"] == language and row["form"] == "short"]
    names = {row["state"]: row["text"] for row in rows}
    spots = []
    for place, one in annotated(document, AnnotationKind.STATE):
        soft = any(one.value.get(mark) for mark in ("in_org_name", "in_treaty_name", "candidates"))
        if not soft and one.rule == "state/name":
            iso3 = rng.choice(sorted(names.keys() - {one.value.get("iso3")}))
            spots.append(Spot(place, one.start, one.end, names[iso3]))
    return pick(document, spots, rng)


def drop(document: Document, rng: random.Random) -> Fault | None:
    """A paragraph that is not there."""
    place, node = rng.choice(list(touchable(document)))
    return Fault(document.nodes[:place] + document.nodes[place + 1 :], node.ref, node.text[:60])


def double(document: Document, rng: random.Random) -> Fault | None:
    """A paragraph that is there twice."""
    place, node = rng.choice(list(touchable(document)))
    copy = replace(node, ref=f"{node.ref}~2")
    return Fault((*document.nodes[: place + 1], copy, *document.nodes[place + 1 :]), node.ref, node.text[:60])


def renumber(document: Document, rng: random.Random) -> Fault | None:
    """A paragraph or an item with another number."""
    numbered = [(place, node) for place, node in touchable(document) if re.search(r"(?:^|\.)\d+$", node.ref)]
    numbered = [(place, node) for place, node in numbered if _FIGURES.search(node.number)]
    if not numbered:
        return None
    place, node = rng.choice(numbered)
    number = str(int(node.ref.rsplit(".", 1)[-1]) + rng.randint(1, 3))
    ref = re.sub(r"\d+$", number, node.ref)
    label = _FIGURES.sub(number, node.label or "", count=1)
    nodes = list(document.nodes)
    nodes[place] = replace(node, ref=f"{ref}~9", label=label)
    return Fault(tuple(nodes), f"{ref}~9", label)


def swap(document: Document, rng: random.Random) -> Fault | None:
    """Two dates or two citations of one paragraph in exchanged places."""
    pairs = []
    for kind in (AnnotationKind.DATE, AnnotationKind.CITATION):
        by_node: dict[int, list[Annotation]] = defaultdict(list)
        for place, one in annotated(document, kind):
            by_node[place].append(one)
        for place, ones in by_node.items():
            pairs += [(place, one, other) for one, other in pairwise(ones) if differ(one, other)]
    if not pairs:
        return None
    place, one, other = rng.choice(pairs)
    first, second = core(one), core(other)
    spots = [Spot(place, *first[:2], second[2]), Spot(place, *second[:2], first[2])]
    return with_text(document, spots, f"{first[2]} <> {second[2]}")


def core(one: Annotation) -> tuple[int, int, str]:
    """Of a citation its number, of a date all of it."""
    match = re.search(r"\d+/\d+", one.text) if one.kind is AnnotationKind.CITATION else None
    start, end = match.span() if match else (0, len(one.text))
    return one.start + start, one.start + end, one.text[start:end]


def differ(one: Annotation, other: Annotation) -> bool:
    """Whether two marks stand apart, are whole, and have different values."""
    if one.kind is AnnotationKind.CITATION:
        numbers = [re.fullmatch(r"A/RES/\d+/\d+", str(each.value.get("symbol"))) for each in (one, other)]
        return all(numbers) and all("/" in core(each)[2] for each in (one, other)) and core(one)[2] != core(other)[2]
    whole = all(each.value.get("start") == each.value.get("end") for each in (one, other))
    long = all(len(str(each.value.get("start"))) == len("2021-12-06") for each in (one, other))
    return whole and long and one.value != other.value and one.end <= other.start


def touchable(document: Document) -> Iterator[tuple[int, Node]]:
    """The paragraphs with their places; a number that stands alone is none."""
    for place, node in enumerate(document.nodes):
        if node.kind not in _UNTOUCHED and _LETTER.search(node.text) and node.ref != "formula":
            yield place, node


def annotated(document: Document, kind: AnnotationKind) -> Iterator[tuple[int, Annotation]]:
    """What was found in the paragraphs, with their places."""
    places = {node.ref: place for place, node in touchable(document)}
    yield from ((places[one.ref], one) for one in document.annotations if one.kind is kind and one.ref in places)


def pick(document: Document, spots: Sequence[Spot], rng: random.Random) -> Fault | None:
    """One of the spots changed."""
    if not spots:
        return None
    spot = rng.choice(spots)
    printed = document.nodes[spot.node].text[spot.start : spot.end]
    return with_text(document, [spot], f"{printed} > {spot.instead}")


KINDS: Mapping[str, Callable[[Document, random.Random], Fault | None]] = {
    "number": change_number,
    "date": change_date,
    "symbol": change_symbol,
    "state": change_state,
    "drop": drop,
    "double": double,
    "renumber": renumber,
    "swap": swap,
}


def row_refs(documents: Sextet, language: Language) -> Mapping[str, frozenset[str]]:
    """What all versions call each paragraph of one version."""
    refs: dict[str, frozenset[str]] = {}
    for row in rows_of(documents):
        all_refs = frozenset(unit.node.ref for units in row.cells.values() for unit in units)
        if not row.pooled:
            refs |= {unit.node.ref: all_refs for unit in row.cells[language]}
    return refs


def is_found(
    before: set[tuple[str, str]], differences: Sequence[Difference], language: Language, refs: frozenset[str]
) -> bool:
    """Whether something new is told of the changed paragraph that this version stands apart in."""
    for one in differences:
        if (one.place, one.message) in before or (one.apart and language not in one.apart):
            continue
        places = {side.ref for side in one.sides} | {one.place}
        if any(place == ref or place.startswith(f"{ref}~") for place in places for ref in refs):
            return True
    return False


def try_sextet(documents: Sextet, kinds: Sequence[str], each: int, seed: int, result: Result) -> None:
    """Faults of some kinds in every version; those of a kind are the same whichever others are put in."""
    before = {(one.place, one.message) for one in find_concordance(documents).differences}
    for kind in kinds:
        make = KINDS[kind]
        for language, document in documents.items():
            refs = row_refs(documents, language)
            rng = random.Random(f"{seed} {kind} {language.value} {document.facts.symbol}")
            for _ in range(each):
                fault = make(document, rng)
                if fault is None:
                    break
                annotations = find_annotations(fault.nodes, setting_of(document))
                changed = replace(document, nodes=fault.nodes, annotations=annotations)
                differences = find_concordance({**documents, language: changed}).differences
                result.put[kind, language] += 1
                if is_found(before, differences, language, refs.get(fault.ref, frozenset()) | {fault.ref}):
                    result.found[kind, language] += 1
                else:
                    result.missed.append((kind, language, str(document.facts.symbol), fault))


def sextets(folder: Path, ending: str, most: int, step: int) -> Iterator[Sextet]:
    """Documents in all six languages, by the names of their files, one of every so many."""
    groups: dict[str, dict[Language, Document]] = defaultdict(dict)
    found = [one for one in find_sources([str(folder)]) if one.name.endswith(ending)]
    keys = sorted({name_key(one.name) for one in found})[::step][:most]
    for incoming in found:
        key = name_key(incoming.name)
        if key in keys:
            document = read_incoming(incoming)
            if document.language is not None:
                groups[key][document.language] = document
    yield from (group for _, group in sorted(groups.items()) if len(group) == len(Language))


def main() -> int:
    """Measure and show; the exit code says whether the bound is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED / "corpus" / "resolutions")
    parser.add_argument("--ending", default=".docx", help="of the files that are read")
    parser.add_argument("--most", type=int, default=40, help="documents")
    parser.add_argument("--step", type=int, default=1, help="one of this many documents in the order of their names")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only this kind; may be given again")
    parser.add_argument("--each", type=int, default=3, help="faults of each kind in each version of each document")
    parser.add_argument("--seed", type=int, default=76)
    parser.add_argument("--show", type=int, default=0, help="print this many faults that were not found")
    options = parser.parse_args()
    if not is_at_hand():
        print(ABSENT)
        return 0
    result, kinds = Result(), options.kind or list(KINDS)
    for documents in sextets(options.folder, options.ending, options.most, options.step):
        try_sextet(documents, kinds, options.each, options.seed, result)
    shares = {one: result.found[one] / count for one, count in result.put.items()}
    for kind in kinds:
        cells = [f"{one.value} {shares.get((kind, one), 1):.3f}" for one in Language]
        put = sum(count for (its, _), count in result.put.items() if its == kind)
        found = sum(count for (its, _), count in result.found.items() if its == kind)
        print(f"{kind:9} {found} of {put} found; {', '.join(cells)}")
    for kind, language, symbol, fault in result.missed[: options.show]:
        print(f"{kind} {language.value} {symbol} {fault.ref} {fault.what}")
    return 0 if all(share >= _LEAST for share in shares.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
