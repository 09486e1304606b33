"""Documents written and read again, and how fast they are written.

    python -m bench.rendering [--write --date YYYY-MM-DD] [--only agreement|speed]

Agreement: every sample, seed and published resolution is written as DOCX and as PDF and read again. DOCX has to come
back the same in ref, kind, label, words, parent, notes and links; PDF up to line wraps, as F1 over ref, kind and words.
Speed is a ratio within one run: DOCX beside python-docx adding the same paragraphs one by one, PDF beside Typst setting
the same text without any layout of ours, every time other words, for Typst remembers what it has set. A bound that is
not held ends with exit code 1.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx
import pypdfium2
import typst
from bench.pages import Sheet, describe_machine, show, write
from bench.scoring import fold
from bench.shared import ABSENT, ROOT, SHARED, is_at_hand

from verbale.app.reading import read_tree
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.source import Source
from verbale.render.docx_document import docx_document
from verbale.render.fonts import font_folder, shown
from verbale.render.pdf_document import pdf_document

PDF_BOUND, DOCX_BOUND, PDF_COST = 0.99, 5.0, 2.0
PAGES, PARAGRAPHS, ROUNDS = 60, 4_000, 5
BARE = """
#let data = json(bytes(sys.inputs.document))
#set text(font: ("Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC"), size: 10pt)
#set page(paper: "a4", margin: (x: 3.7cm, y: 2.6cm))
#for part in data { par(text(lang: part.lang, part.text)) }
"""


def sources() -> Iterator[Path]:
    """Everything that is written and read again."""
    samples = ROOT / "tests" / "samples"
    yield from sorted([*samples.glob("*/*.txt"), *samples.glob("*/*.docx")])
    if is_at_hand():
        yield from sorted((SHARED / "seeds").glob("*.txt"))
        for ending in ("docx", "pdf", "txt"):
            yield from sorted((SHARED / "corpus" / "resolutions").glob(f"*/*.{ending}"))


def _nodes(document: Document) -> list[Node]:
    return [node for node in document.nodes if node.kind is not NodeKind.FURNITURE]


def exact(document: Document) -> list[object]:
    """All that DOCX has to bring back."""
    return [
        (
            *(node.ref, node.kind, node.label, node.text, node.parent),
            *(
                [(mark.at, mark.ref) for mark in node.notes],
                [(link.start, link.end, link.target) for link in node.links],
            ),
        )
        for node in _nodes(document)
    ]


def rough(document: Document) -> Counter[tuple[str, str, str]]:
    """All that PDF has to bring back, up to line wraps."""
    return Counter((node.ref, node.kind.value, fold(node.printed)) for node in _nodes(document))


def measure_agreement() -> tuple[list[Sheet], list[str]]:
    """One row a language: how many come back the same from DOCX, and the mean F1 from PDF."""
    same: dict[str, list[bool]] = defaultdict(list)
    scores: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for path in sources():
        document = read_tree(path.read_bytes(), path.name)
        language = document.language.value if document.language else "none told"
        back = read_tree(docx_document(document).content, "again.docx")
        name = f"{path.parent.name}/{path.name}"
        same[language].append(exact(back) == exact(document))
        if path.suffix == ".docx" or SHARED not in path.parents or path.parent.name == "seeds":
            found = rough(read_tree(pdf_document(document).content, "again.pdf"))
            want = rough(document)
            scores[language].append((2 * (want & found).total() / (want.total() + found.total()), name))
    rows, missed, low = [], [], []
    for language in sorted(same):
        values = [score for score, _ in scores[language]]
        mean = sum(values) / len(values)
        whole = f"{sum(same[language])}/{len(same[language])}"
        rows.append(
            (language, whole, f"{mean:.4f}", f"{sum(v == 1 for v in values)}/{len(values)}", f"{min(values):.4f}")
        )
        low += [(name, f"{score:.4f}") for score, name in scores[language] if score < PDF_BOUND]
        if not all(same[language]):
            missed.append(f"{language}: DOCX of {whole} came back the same")
        if mean < PDF_BOUND:
            missed.append(f"{language}: PDF nodes F1 {mean:.4f}")
    columns = ("language", "DOCX the same", "PDF nodes F1", "PDF all nodes", "PDF worst")
    note = (
        f"Bounds: DOCX all of them, PDF a mean F1 of {PDF_BOUND} at least. DOCX was written of every source; "
        "PDF of samples, seeds and resolutions as read from DOCX."
    )
    sheets = [Sheet("Written and read again", columns, tuple(rows), note)]
    return [*sheets, Sheet(f"PDFs below {PDF_BOUND}", ("document", "nodes F1"), tuple(low))], missed


def many(document: Document, count: int) -> Document:
    """The document's nodes over and over, each time under refs of their own."""
    nodes = _nodes(document)
    turns = -(-count // len(nodes))
    repeated = tuple(
        replace(
            node,
            ref=f"{node.ref}~{turn}",
            parent=f"{node.parent}~{turn}" if node.parent else "",
            notes=tuple(replace(mark, ref=f"{mark.ref}~{turn}") for mark in node.notes),
        )
        for turn in range(turns)
        for node in nodes
    )
    return replace(document, nodes=repeated[:count])


def six_languages(count: int, turn: int = 0) -> Document:
    """The report among the samples in six languages, one after the other, over and over; ``turn`` marks every word."""
    parts = [ROOT / "tests" / "samples" / "report" / f"{language.value}.txt" for language in Language]
    read = [read_tree(path.read_bytes(), path.name) for path in parts]
    nodes: list[Node] = []
    for language, document in zip(Language, read, strict=True):
        for node in many(document, count).nodes:
            text = f"{node.text} {turn}".replace(" ", f" {turn}", 1) if turn else node.text
            nodes.append(_plain(replace(node, ref=f"{language}.{node.ref}", language=language, text=text)))
    english = next(document for document in read if document.language is Language.EN)
    return replace(english, source=Source("six", "0" * 64, english.source.media_type, ""), nodes=tuple(nodes))


def _plain(node: Node) -> Node:
    """A paragraph for both sides alike: what differs is layout, not what is said."""
    kind = NodeKind.PARAGRAPH if node.kind in (NodeKind.FOOTNOTE, NodeKind.MASTHEAD) else node.kind
    return replace(node, notes=(), links=(), kind=kind)


def best(*sides: Sequence[Callable[[], object]]) -> list[float]:
    """The shortest run of each side, in seconds; the sides take turns, so that a busy moment falls on all of them."""
    times: list[list[float]] = [[] for _ in sides]
    for works in zip(*sides, strict=True):
        for work, taken in zip(works, times, strict=True):
            started = time.perf_counter()
            work()
            taken.append(time.perf_counter() - started)
    return [min(taken) for taken in times]


def add_one_by_one(document: Document) -> bytes:
    """python-docx adding each paragraph with its label and its style."""
    package = docx.Document()
    for node in document.nodes:
        heading = node.kind in (NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING)
        package.add_paragraph(node.printed, style="Heading 2" if heading else "Normal")
    out = io.BytesIO()
    package.save(out)
    return out.getvalue()


def _typst_bare(document: Document, fonts: typst.Fonts) -> Callable[[], object]:
    """Typst setting nothing but the paragraphs of a document."""
    parts = [{"lang": node.language or "en", "text": shown(node.printed)} for node in document.nodes]
    inputs = {"document": json.dumps(parts, ensure_ascii=False)}

    def work() -> object:
        compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
        return compiler.compile(BARE.encode(), format="pdf", sys_inputs=inputs)

    return work


def measure_speed() -> tuple[list[Sheet], list[str]]:
    """DOCX beside python-docx, PDF beside the bare text."""
    path = ROOT / "tests" / "samples" / "report" / "en.txt"
    report = many(read_tree(path.read_bytes(), path.name), PARAGRAPHS)
    ours, theirs = best([lambda: docx_document(report)] * 2, [lambda: add_one_by_one(report)] * 2)
    count = 50
    while (length := len(pypdfium2.PdfDocument(pdf_document(six_languages(count)).content))) < PAGES:
        count += 25
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])
    turns = [six_languages(count, turn) for turn in range(1, 2 * ROUNDS + 1)]
    set_ours, set_bare = best(
        [partial(pdf_document, one) for one in turns[:ROUNDS]], [_typst_bare(one, fonts) for one in turns[ROUNDS:]]
    )
    docx_ratio, pdf_ratio = theirs / ours, set_ours / set_bare
    rows = (
        (
            f"DOCX, {PARAGRAPHS:,} paragraphs",
            "python-docx",
            f"{ours:.2f}",
            f"{theirs:.2f}",
            f"{docx_ratio:.1f} × as fast",
        ),
        (f"PDF, {length} pages", "bare text", f"{set_ours:.2f}", f"{set_bare:.2f}", f"{pdf_ratio:.2f} × the time"),
    )
    missed = [] if docx_ratio >= DOCX_BOUND else [f"DOCX {docx_ratio:.1f} times as fast as python-docx"]
    missed += [] if pdf_ratio <= PDF_COST else [f"PDF {pdf_ratio:.2f} times the bare text"]
    note = f"Bounds: DOCX {DOCX_BOUND:.0f} times as fast at least, PDF {PDF_COST:.0f} times the time at most."
    columns = ("what", "beside", "ours, s", "beside, s", "ratio")
    return [Sheet("Speed of writing", columns, rows, note)], missed


def main() -> int:
    """Measure, show, and write the figures where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--date", default="")
    parser.add_argument("--only", choices=("agreement", "speed"))
    arguments = parser.parse_args()
    if not is_at_hand():
        print(ABSENT)
    sheets: list[Sheet] = []
    missed: list[str] = []
    for name, measure in (("agreement", measure_agreement), ("speed", measure_speed)):
        if arguments.only in (None, name):
            found, short = measure()
            sheets += found
            missed += short
    show(sheets)
    if arguments.write:
        write("rendering.md", sheets, "python -m bench.rendering", arguments.date, describe_machine())
    for line in missed:
        print(f"not held: {line}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
