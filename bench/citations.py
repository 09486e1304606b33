"""Citations found in the resolutions that the United Nations publishes, against its own links, by language.

python -m bench.citations [--folder NAME] [--half 1|2] [--language LANG]… [--wrong FILE] [--unlinked FOLDER]
    [--sample N] [--seed WORD] [--without FILE]… [--missing]

The text of preface, preamble and main body is read from the XML paragraph by paragraph, notes apart.
Links are counted as the scorer of resolutions counts them. A link is wrong when the number it stands
on is another document's than it leads to: such links are listed with ``--wrong``, and recall is given
with them and without. ``--unlinked`` writes a sample of what was found and has no link, for readers to judge;
another seed draws another, and ``--without`` leaves out what files of judged rows hold already. ``--folder``
names another collection of ``../shared/corpus``, as ``unxml-77`` or ``sc/2022``; ``--half`` takes the half of
its documents whose names hash to an even or an odd number, so that rules can be made on one and measured on
the other.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.shared import ABSENT, SHARED, get_scorer, is_at_hand
from lxml import etree

from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_PARTS = ("preface", "preamble", "mainBody")
_BLOCKS = ("p", "heading", "subheading", "formula", "num", "block", "docTitle", "li", "authorialNote")
_WRONG = ("file", "language", "printed", "linked", "why")
_UNLINKED = ("file", "printed", "symbol", "judged", "context")
_CONTEXT = 240
_JOB_LETTER = re.compile(r"-[0-9]{7}([ACEFRS])")
_LETTERS = {
    "A": Language.AR,
    "C": Language.ZH,
    "E": Language.EN,
    "F": Language.FR,
    "R": Language.RU,
    "S": Language.ES,
}
_ONE_BODY = "the resolution meant is of another body"
_NONE = "the General Assembly has no such resolution: before its thirty-first session numbers had no slash"
_NO_SUCH = re.compile(r"A/RES/([0-9]+)/[0-9]+")
_FIRST_SESSION = 31
_OTHER = "the link leads to another document"


@dataclass(frozen=True, slots=True)
class Linked:
    """A link over a stretch of a paragraph."""

    place: int
    start: int
    end: int
    symbol: str


@dataclass(slots=True)
class Page:
    """One file: its paragraphs, where its links stand, and the links as the scorer counts them."""

    name: str
    texts: list[str]
    links: list[Linked]
    counted: list[str]
    annotations: list[Annotation]

    def near(self, place: int, start: int, end: int) -> list[Annotation]:
        """The citations that share a character with a stretch of a paragraph."""
        ref = str(place)
        return [one for one in self.annotations if one.ref == ref and one.start < end and start < one.end]


class _Reader:
    """Paragraphs of an element, each with single spaces, notes apart from the text they stand in."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.notes: list[bool] = []
        self.links: list[Linked] = []
        self._scorer = get_scorer("score_resolution")

    def block(self, element: etree._Element, *, note: bool = False) -> None:
        """Read one block and, before it is closed, the blocks inside; those of a note are notes."""
        note = note or etree.QName(element).localname == "authorialNote"
        pieces: list[str] = []
        anchors: list[tuple[int, int, str]] = []
        self._walk(element, pieces, anchors, note=note)
        place = len(self.texts)
        self.notes.append(note)
        self.texts.append("".join(pieces).strip())
        lead = len("".join(pieces)) - len("".join(pieces).lstrip())
        self.links += [Linked(place, start - lead, end - lead, symbol) for start, end, symbol in anchors]

    def _walk(
        self, element: etree._Element, pieces: list[str], anchors: list[tuple[int, int, str]], *, note: bool
    ) -> None:
        self._add(pieces, element.text)
        for child in element:
            name = etree.QName(child).localname if isinstance(child.tag, str) else ""
            if name in _BLOCKS:
                self.block(child, note=note)
            elif name:
                start = sum(map(len, pieces))
                self._walk(child, pieces, anchors, note=note)
                match = self._scorer.LINK.search(child.get("href", "")) if name == "a" else None
                if match:
                    anchors.append((start, sum(map(len, pieces)), self._scorer.symbol_key(match[1])))
            self._add(pieces, child.tail)

    @staticmethod
    def _add(pieces: list[str], text: str | None) -> None:
        if text:
            joined = " ".join(f"|{text}|".split())[1:-1]
            pieces.append(joined[1:] if joined[:1] == " " and pieces and pieces[-1].endswith(" ") else joined)


def is_in_half(name: str, half: int | None) -> bool:
    """Whether a file is of the half asked for: all language versions of a document are of one half."""
    if half is None:
        return True
    document = name.rpartition("-")[0] or name
    return hashlib.sha256(document.encode()).digest()[0] % 2 == half - 1


def _nodes(reader: _Reader) -> list[Node]:
    """The paragraphs in order, and the notes behind them as a reader of documents has them."""
    texts = list(enumerate(zip(reader.texts, reader.notes, strict=True)))
    running = [Node(str(place), NodeKind.PARAGRAPH, text, ()) for place, (text, note) in texts if not note]
    notes = [(place, text) for place, (text, note) in texts if note and text]
    return [
        *running,
        *(Node(str(place), NodeKind.FOOTNOTE, text, (), label=str(i)) for i, (place, text) in enumerate(notes, 1)),
    ]


def pages(language: Language, folder: str = "unxml-76", half: int | None = None) -> Iterator[Page]:
    """Every file of one language with what was found in it.

    A file is read in the language that its job number ends with: the Arabic folder holds one in Chinese.
    """
    scorer = get_scorer("score_resolution")
    for path in sorted((SHARED / "corpus" / folder / language.value).glob("*.xml")):
        if not is_in_half(path.name, half):
            continue
        root = etree.parse(str(path)).getroot()
        statement = next(root.iter("{*}statement", "{*}doc"))
        reader = _Reader()
        for part in statement:
            if isinstance(part.tag, str) and etree.QName(part).localname in _PARTS:
                reader.block(part)
        printed_in = _JOB_LETTER.search(path.stem)
        setting = DocumentContext(_LETTERS[printed_in[1]] if printed_in else language, "resolution", None, None, None)
        nodes = _nodes(reader)
        counted = [symbol for symbol, _ in scorer.gold_of(path)["links"]]
        citations = [one for one in find_annotations(nodes, setting) if one.kind is AnnotationKind.CITATION]
        yield Page(path.name, reader.texts, reader.links, counted, citations)


def wrong_links(page: Page) -> list[tuple[str, str, str, str]]:
    """The links of a page that lead elsewhere than the citation they stand on: printed, linked, found, why."""
    key = get_scorer("score_resolution").symbol_key
    rows = []
    seen: set[tuple[int, int, str]] = set()
    for link in page.links:
        # A citation that stays open says nothing about the link.
        over = [one for one in page.near(link.place, link.start, link.end) if one.value["symbol"] is not None]
        found = {key(str(one.value["symbol"])) for one in over}
        no_such = _NO_SUCH.fullmatch(link.symbol)
        if not over and no_such and int(no_such[1]) < _FIRST_SESSION and link.end - link.start > 2:
            rows.append((page.texts[link.place][link.start : link.end], link.symbol, "-", _NONE))
        if over and link.symbol not in found and not any(key_of_double(over, page, link, key)):
            if (link.place, over[0].start, link.symbol) in seen:
                continue
            seen.add((link.place, over[0].start, link.symbol))
            own, linked = str(over[0].value["symbol"]), link.symbol
            body = own.rsplit("/RES/", 1)[-1] == linked.rsplit("/RES/", 1)[-1]
            rows.append((over[0].text, linked, own, _ONE_BODY if body else _OTHER))
    return rows


def key_of_double(over: Sequence[Annotation], page: Page, link: Linked, key: object) -> Iterator[bool]:
    """Whether a citation right beside the link is the one linked: half of A/1/2-S/3/4 may carry the whole link."""
    assert callable(key)
    for one in page.near(link.place, link.start - 2, link.end + 2):
        yield one not in over and key(str(one.value["symbol"])) == link.symbol


def unlinked(page: Page) -> list[tuple[str, str, str, str]]:
    """Citations with no link over them: file, printed, symbol, context."""
    linked = {
        id(one) for link in page.links for one in page.near(link.place, link.start, link.end) if link.end > link.start
    }
    rows = []
    for one in page.annotations:
        if id(one) not in linked:
            text = page.texts[int(one.ref)]
            before, behind = text[max(0, one.start - _CONTEXT) : one.start], text[one.end : one.end + _CONTEXT]
            context = f"{before}[{one.text}]{behind}"
            rows.append((page.name, one.text, str(one.value["symbol"]), context))
    return rows


def _recall(found: Sequence[Page], without: Counter[tuple[str, str]]) -> tuple[int, int]:
    key = get_scorer("score_resolution").symbol_key
    hit = total = 0
    for page in found:
        want = Counter(page.counted)
        for symbol in want:
            want[symbol] = max(0, want[symbol] - without[page.name, symbol])
        cites = Counter(key(str(one.value["symbol"])) for one in page.annotations)
        hit += sum((want & cites).values())
        total += sum(want.values())
    return hit, total


def _missing(found: Sequence[Page]) -> Iterator[str]:
    """The links of each page that no citation stands for: file, symbol, how often."""
    key = get_scorer("score_resolution").symbol_key
    for page in found:
        cites = Counter(key(str(one.value["symbol"])) for one in page.annotations)
        for symbol, count in sorted((Counter(page.counted) - cites).items()):
            yield f"    {page.name} {symbol} {count}"


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _sample(rows: Sequence[tuple[str, str, str, str]], size: int, seed: str) -> list[tuple[str, ...]]:
    """A sample that does not depend on the order of the rows, with a place for the judgement of each."""

    def place(row: tuple[str, str, str, str]) -> bytes:
        return hashlib.sha256("\0".join((seed, *row)).encode()).digest()

    return sorted((*row[:3], "", row[3]) for row in sorted(rows, key=place)[:size])


def _judged(files: Sequence[Path]) -> set[tuple[str, str]]:
    """File and print of the rows judged before: with another symbol after a mend they are still no new rows."""
    rows: set[tuple[str, str]] = set()
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            rows |= {(row["file"], row["printed"]) for row in csv.DictReader(file)}
    return rows


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", action="append", choices=[language.value for language in Language])
    parser.add_argument(
        "--folder", default="unxml-76", help="a folder of ../shared/corpus with a folder for each language"
    )
    parser.add_argument("--half", type=int, choices=(1, 2), help="only this half of the documents")
    parser.add_argument("--missing", action="store_true", help="say which links were not found")
    parser.add_argument("--wrong", type=Path, help="list the links that were set wrongly in this file")
    parser.add_argument("--unlinked", type=Path, help="write samples of what has no link to this folder")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", default="", help="another seed draws another sample")
    parser.add_argument(
        "--without", type=Path, nargs="*", default=[], help="files of judged rows that no sample shall hold again"
    )
    return parser.parse_args()


def main() -> int:
    """Measure, print a line for each language, write what was asked for."""
    arguments = _options()
    judged = _judged(arguments.without)
    if not is_at_hand():
        print(ABSENT)
        return 0
    listed: list[tuple[str, ...]] = []
    for code in arguments.language or [language.value for language in Language]:
        found = list(pages(Language(code), arguments.folder, arguments.half))
        wrong = [(page.name, code, *row) for page in found for row in wrong_links(page)]
        listed += [(name, code, printed, linked, f"{why}: {own}") for name, code, printed, linked, own, why in wrong]
        hit, total = _recall(found, Counter())
        right, rest = _recall(found, Counter((row[0], row[3]) for row in wrong))
        loose = [row for page in found for row in unlinked(page)]
        print(
            f"{code}: {hit} of {total} links {hit / total:.4f}; {len(wrong)} links wrong, "
            f"without them {right / rest:.4f}; {len(loose)} found and not linked"
        )
        if arguments.missing:
            print(*_missing(found), sep="\n")
        if arguments.unlinked:
            new = [row for row in loose if row[:2] not in judged]
            rows = _sample(new, arguments.sample, arguments.seed)
            _write(arguments.unlinked / f"unlinked_{code}.csv", _UNLINKED, rows)
    if arguments.wrong:
        _write(arguments.wrong, _WRONG, sorted(set(listed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
