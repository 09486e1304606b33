"""Akoma Ntoso in and out, on every real document at hand.

python -m bench.akn [--every N] [--write --date YYYY-MM-DD] [--without-speed]

Reading: each published file gives a tree; every block of text that the United Nations marked up stands whole in one
node; a resolution published as DOCX and as XML has the same refs and texts. Writing: everything written validates
against the schema, passes the lint and comes back as it was. Speed: elements a second against lxml building and
serialising the same elements. Exit 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.pages import Sheet, describe_machine, show, write
from bench.scoring import fold
from bench.shared import ABSENT, ROOT, SHARED, is_at_hand
from lxml import etree

from verbale.akn.lint import lint_akn
from verbale.akn.reader import read_akn
from verbale.akn.writer import write_akn
from verbale.app.reading import read_source, read_tree
from verbale.errors import ReadFailed
from verbale.model.document import Document
from verbale.model.node import NodeKind

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_BLOCKS = [f"{_AKN}{name}" for name in ("p", "num", "heading", "subheading", "crossHeading", "listIntroduction")]
_ROUNDS = 5
BARS = {
    "files read": 1.0,
    "files with every paragraph": 0.995,
    "valid": 1.0,
    "round": 1.0,
    "same refs": 1.0,
    "speed": 0.5,
}
"""The least that must hold, as shares of 1."""


@dataclass(slots=True)
class Tally:
    """How many of how many, and what is wrong with the others."""

    total: int = 0
    good: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, fault: str) -> None:
        """Count one; an empty fault is none."""
        self.total += 1
        self.good += not fault
        if fault:
            self.wrong.append(f"{name}: {fault}")

    @property
    def share(self) -> float:
        return self.good / self.total if self.total else 0.0


def blocks_of(data: bytes) -> Iterator[tuple[str, str]]:
    """Every block of text of a file, as the XML itself has it: footnotes by themselves, metadata left out.

    Each comes twice, whole and without raised figures: a footnote that is called again is printed as one.
    """
    root = etree.fromstring(data)
    for meta in root.iter(f"{_AKN}meta"):
        for child in list(meta):
            meta.remove(child)
    for element in root.iter(*_BLOCKS):
        if text := fold("".join(_own_text(element))):
            yield text, fold("".join(_own_text(element, raised=False)))


def _own_text(element: etree._Element, *, raised: bool = True) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        kind = child.tag if isinstance(child.tag, str) else ""
        aside = kind in ("", f"{_AKN}authorialNote", *_BLOCKS) or (not raised and kind == f"{_AKN}sup")
        if not aside:
            yield from _own_text(child, raised=raised)
        yield child.tail or ""


def lost_block(data: bytes, document: Document) -> str:
    """The first block that stands whole in no node; empty when there is none."""
    # A pair of brackets with nothing in it held the number of a footnote, and may go with it.
    printed = [fold(node.printed).replace("()", "") for node in document.nodes]
    whole, joined = set(printed), "\n".join(printed)
    for block, plain in blocks_of(data):
        forms = (block.replace("()", ""), plain.replace("()", ""))
        if not any(form in whole or form in joined for form in forms):
            return block[:80]
    return ""


def measure_reading(paths: list[Path]) -> tuple[Tally, Tally]:
    """Files that give a tree, and files of which every block stands in a node."""
    read, kept = Tally(), Tally()
    for path in paths:
        data, name = path.read_bytes(), f"{path.parent.name}/{path.name}"
        try:
            document = read_tree(data, path.name)
        except ReadFailed as error:
            read.add(name, error.reason)
            continue
        read.add(name, f"{document.coverage.unaccounted} characters lost" if document.coverage.unaccounted else "")
        kept.add(name, lost_block(data, document))
    return read, kept


def essence(document: Document) -> list[object]:
    """All that must come back."""
    text = document.source.text
    nodes = [(n.ref, n.kind, n.label, n.number, n.text, n.parent, n.language, n.links) for n in document.nodes]
    notes = [[(mark.at, mark.ref, mark.span.slice(text)) for mark in n.notes] for n in document.nodes]
    found = [replace(one, value=dict(one.value)) for one in document.annotations]
    known = [document.profile, document.language, document.facts, document.replies, document.proceedings]
    return [*known, nodes, notes, found]


def measure_writing(paths: list[Path]) -> tuple[Tally, Tally]:
    """Documents whose file is valid and passes the lint, and those that come back as they were."""
    valid, whole = Tally(), Tally()
    for path in paths:
        name = f"{path.parent.name}/{path.name}"
        try:
            document = read_source(path.read_bytes(), path.name)
        except ReadFailed:
            continue
        data = write_akn(document)
        faults = lint_akn(data)
        valid.add(name, f"{faults[0].rule} {faults[0].message}" if faults else "")
        again = read_akn(data, path.name)
        same = isinstance(again, Document) and essence(again) == essence(document)
        whole.add(name, "" if same else "came back otherwise")
    return valid, whole


def measure_refs(folders: list[Path]) -> Tally:
    """Nodes, furniture left out, that a DOCX and the XML of one resolution have alike: ref, kind, label and words."""
    alike = Tally()
    for path in (xml for folder in folders for xml in sorted(folder.glob("*.xml"))):
        trees = [read_tree(p.read_bytes(), p.name) for p in (path.with_suffix(".docx"), path)]
        sides = [
            Counter(
                (n.ref, n.kind, fold(n.label or ""), fold(n.text))
                for n in tree.nodes
                if n.kind is not NodeKind.FURNITURE
            )
            for tree in trees
        ]
        both = (sides[0] & sides[1]).total()
        odd = (sides[0] | sides[1]).total() - both
        alike.total += both + odd
        alike.good += both
        alike.wrong += [f"{path.parent.name}/{path.name}: {odd} nodes differ"] if odd else []
    return alike


Recipe = list[tuple[int, str, dict[str, str], str | None, str | None]]


def measure_speed(paths: list[Path]) -> tuple[float, float, float]:
    """Elements a second written here, by lxml building and serialising the same, and the ratio; best of several."""
    documents = [read_source(path.read_bytes(), path.name) for path in paths]
    recipes = [recipe_of(etree.fromstring(write_akn(document))) for document in documents]
    elements = sum(map(len, recipes))
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        for document in documents:
            write_akn(document)
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        for recipe in recipes:
            etree.tostring(_built(recipe), encoding="UTF-8", xml_declaration=True)
        theirs.append(time.perf_counter() - start)
    return elements / min(ours), elements / min(theirs), min(theirs) / min(ours)


def recipe_of(tree: etree._Element) -> Recipe:
    """Every element as plain values: the place of its parent, its name, attributes, text and what follows it."""
    places: dict[etree._Element, int] = {}
    recipe: Recipe = []
    for element in tree.iter(etree.Element):
        parent = element.getparent()
        places[element] = len(recipe)
        above = -1 if parent is None else places[parent]
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        recipe.append((above, str(element.tag), attributes, element.text, element.tail))
    return recipe


def _built(recipe: Recipe) -> etree._Element:
    """The elements of a recipe, built one after another as lxml would have them built."""
    made: list[etree._Element] = []
    for above, tag, attributes, text, tail in recipe:
        element = etree.Element(tag, attributes) if above < 0 else etree.SubElement(made[above], tag, attributes)
        element.text, element.tail = text, tail
        made.append(element)
    return made[0]


def sources(every: int) -> tuple[list[Path], list[Path]]:
    """Published files, and all other documents that are read: one in ``every`` of each."""
    published = sorted((SHARED / "corpus" / "unxml-76").glob("*/*.xml"))[::every]
    others = [
        *sorted((SHARED / "corpus" / "resolutions").glob("*/*.docx")),
        *sorted((SHARED / "corpus" / "resolutions").glob("*/*.pdf")),
        *sorted((SHARED / "corpus" / "resolutions").glob("*/*.txt")),
        *sorted((SHARED / "corpus" / "pdf").glob("*.pdf")),
        *sorted((SHARED / "seeds").glob("*.txt")),
        *sorted((ROOT / "tests" / "samples").glob("*/*.txt")),
        *sorted((ROOT / "tests" / "samples").glob("*/*.docx")),
    ]
    return published, others[::every]


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take one document in N")
    parser.add_argument("--without-speed", action="store_true")
    parser.add_argument("--write", action="store_true", help="set the figures into docs/measurements/akn.md")
    parser.add_argument("--date", default="", help="the date to write, YYYY-MM-DD")
    parser.add_argument("--machine", default=describe_machine(), help="the machine to write")
    options = parser.parse_args()
    if options.write and not options.date:
        parser.error("--write needs --date")
    if not is_at_hand():
        print(ABSENT)
        return 0
    sheet, shares, wrong = measure(options.every, speed=not options.without_speed)
    show([sheet])
    print(*wrong, sep="\n")
    if options.write:
        print(f"written: {write('akn.md', [sheet], 'python -m bench.akn', options.date, options.machine)}")
    below = [
        f"{name} {shares[name]:.4f} < {bar}" for name, bar in BARS.items() if name in shares and shares[name] < bar
    ]
    print(*(f"missed: {line}" for line in below), sep="\n")
    return 1 if below else 0


def measure(every: int, *, speed: bool) -> tuple[Sheet, dict[str, float], list[str]]:
    """The sheet, the shares that bars hold against, and everything that was wrong."""
    published, others = sources(every)
    read, kept = measure_reading(published)
    refs = measure_refs(sorted(p for p in (SHARED / "corpus" / "resolutions").iterdir() if p.is_dir())[::every])
    valid, whole = measure_writing([*published, *others])
    tallies = {
        "files read": read,
        "files with every paragraph": kept,
        "same refs": refs,
        "valid": valid,
        "round": whole,
    }
    rows = [
        ("published files read, every character accounted for", f"{read.good} of {read.total}"),
        ("published files of which every block stands whole in a node", f"{kept.good} of {kept.total}"),
        ("nodes of DOCX and XML alike: ref, kind, label, words", f"{refs.good} of {refs.total}"),
        ("documents written that validate and pass the lint", f"{valid.good} of {valid.total}"),
        ("documents that come back as they were", f"{whole.good} of {whole.total}"),
    ]
    shares = {name: tally.share for name, tally in tallies.items()}
    if speed:
        ours, theirs, ratio = measure_speed(published[:: max(len(published) // 40, 1)])
        rows.append(("elements a second written here", f"{ours:,.0f}"))
        rows.append(("elements a second built and serialised by lxml", f"{theirs:,.0f}"))
        rows.append(("ratio (at least 0.5)", f"{ratio:.2f}"))
        shares["speed"] = ratio
    wrong = [f"{name}: {line}" for name, tally in tallies.items() for line in tally.wrong]
    return Sheet("Akoma Ntoso", ("what", "figure"), tuple(rows)), shares, wrong


if __name__ == "__main__":
    sys.exit(main())
