"""A document as a page to print: a tagged PDF (PDF/UA-1), set by Typst in fonts that come with this package.

The layout is one template for six languages (``assets/pdf/document.typ``); what it says is handed over as data. A
character that no font shows is set as U+FFFD, and a finding says which and where.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import typst

from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.node import Node, NodeKind
from verbale.model.span import Span
from verbale.render.annotated_runs import AnnotatedRun, annotated_runs, note_numbers, printed_mark
from verbale.render.assets import asset
from verbale.render.branches import Branch, branches_of
from verbale.render.directions import isolated, runs_leftward
from verbale.render.fonts import find_unshown, font_folder, shown
from verbale.render.html_view import heading_levels
from verbale.render.keeping import Keeping, keeping_of, opening_notes, opens_with_items
from verbale.render.masthead import is_symbol_line, lacking_lines, masthead_rows
from verbale.render.node_lines import parts_of
from verbale.render.rendering import Rendering
from verbale.render.running_head import running_forms
from verbale.render.selection import HEADINGS, direction, language_code, shown_nodes, visible

_Unit = dict[str, object]
_KINDS: Mapping[NodeKind, str] = {
    NodeKind.MASTHEAD: "masthead",
    NodeKind.DOCTYPE: "doctype",
    NodeKind.PARAGRAPH: "paragraph",
    NodeKind.OPERATIVE: "paragraph",
    NodeKind.ITEM: "item",
    NodeKind.PREAMBLE: "preamble",
    NodeKind.CLOSING: "aside",
}
_MOST = 8  # characters that one finding names


def pdf_document(document: Document, *, letterhead: bool = False) -> Rendering:
    """The document as PDF. With ``letterhead`` the first head holds masthead lines that are known and not printed."""
    data = json.dumps(_TypstData(document).whole(lacking_lines(document) if letterhead else ()), ensure_ascii=False)
    content = typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True).compile(
        asset("pdf/document.typ").encode("utf-8"),
        format="pdf",
        sys_inputs={"document": data},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    if not isinstance(content, bytes):
        raise TypeError("the typesetter gave no single file")
    return Rendering(content, tuple(_unshown(document)) if "\ufffd" in data else ())


@cache
def _fonts() -> typst.Fonts:
    """The bundled fonts and no others, so that every machine sets the same page."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])


def _unshown(document: Document) -> Iterator[Finding]:
    """A warning for each node with characters that no font shows."""
    for node in shown_nodes(document, everything=False):
        found = find_unshown(visible(node.text))
        if found:
            named = Counter(f"U+{ord(sign):04X}" for _, sign in found)
            counted = ", ".join(
                code if count == 1 else f"{code} ({count} times)" for code, count in named.most_common(_MOST)
            )
            more = f" and {len(named) - _MOST} more" if len(named) > _MOST else ""
            yield Finding(
                "render/no-font",
                Severity.WARNING,
                f"no font shows {counted}{more}; set as U+FFFD",
                node.ref,
                found[0][0],
                found[-1][0] + 1,
            )


@dataclass(slots=True)
class _TypstData:
    """One document while it is turned into the data of the template."""

    document: Document
    levels: Mapping[str, int] = field(init=False)
    numbers: Mapping[str, str] = field(init=False)
    notes: list[_Unit] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)
    _called: frozenset[str] = frozenset()
    _strong: bool = False
    _kept: Keeping = field(default_factory=Keeping)
    _rooms: list[tuple[_Unit, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.numbers = note_numbers(self.document)
        running = [node for node in self.document.nodes if node.kind is not NodeKind.FOOTNOTE]
        self._called = frozenset(mark.ref for node in running for mark in node.notes)
        levels = heading_levels(self.document)
        # Every outline begins at the first level, with a title or without.
        lowest = min((levels[node.ref] for node in self.document.nodes if node.kind in HEADINGS), default=1)
        self.levels = {ref: level - lowest + 1 for ref, level in levels.items()}

    def whole(self, lacking: tuple[Node, ...]) -> _Unit:
        """All that the template asks for; units first, for notes are gathered as they are called."""
        rows = masthead_rows(self.document)
        headed = {node.ref for row in rows for node in (*row.near, *row.far)}
        masthead = [{"near": [*map(self._line, row.near)], "far": [*map(self._line, row.far)]} for row in rows]
        nodes = [node for node in shown_nodes(self.document, everything=False) if node.ref not in headed]
        text = [node for node in nodes if node.kind is not NodeKind.FOOTNOTE]
        self._kept = keeping_of(text)
        units = self._units(branches_of(text))
        if left := self._uncalled():
            units.append({"kind": "paragraph", "label": "", "text": left, "below": []})
        for unit, refs in self._rooms:
            unit["notes"] = [self._places[ref] for ref in refs if ref in self._places]
        facts = self.document.facts
        title = " ".join(filter(None, (facts.symbol, facts.title))) or self.document.source.name
        symbol = self._text(facts.symbol or "")
        return {
            "lang": language_code(self.document) or "en",
            "dir": direction(self.document),
            "title": self._text(title),
            "keywords": [f"seal {facts.seal}"] if facts.seal else [],
            "symbol": isolated(symbol) if direction(self.document) == "rtl" else symbol,
            "running": self._running(),
            "letterhead": [*map(self._line, lacking)],
            "masthead": masthead,
            "units": units,
            "notes": self.notes,
        }

    def _text(self, text: str) -> str:
        return shown(visible(text))

    def _running(self) -> list[_Unit]:
        """The forms of the title at the head of a page, of which the template sets the one that fits."""
        title = self.document.facts.title or ""
        leftward = runs_leftward(self.document.language, title)

        def shaped(text: str) -> str:
            return isolated(self._text(text)) if leftward else self._text(text)

        way = "rtl" if leftward else "ltr"
        return [
            {"text": shaped(form.text), "best": shaped(form.best), "dir": way} for form in running_forms(self.document)
        ]

    def _line(self, node: Node) -> _Unit:
        return self._unit(node, "line", Span(0, len(node.text))) | {"symbol": is_symbol_line(self.document, node)}

    def _unit(self, node: Node, kind: str, part: Span, label: str = "") -> _Unit:
        leftward = runs_leftward(node.language or self.document.language, node.printed)
        unit: _Unit = {"kind": kind, "label": self._text(label), "below": []}
        cut = annotated_runs(node, part.start, part.end)
        unit["text"] = [item for run in cut for item in self._run(run, leftward)]
        if node.language is not None:
            unit["lang"] = node.language.value
        if leftward is not (direction(self.document) == "rtl"):
            unit["dir"] = "rtl" if leftward else "ltr"
        return unit

    def _units(self, branches: list[Branch]) -> list[_Unit]:
        return [unit for branch in branches for unit in self._branch(branch)]

    def _branch(self, branch: Branch) -> list[_Unit]:
        node, parts = branch.node, parts_of(self.document, branch.node)
        if node.kind is NodeKind.SUMMARY:
            kinds = ["word", "paragraph"] if len(parts) > 1 else ["paragraph"]
            inside = [self._unit(node, kind, part) for kind, part in zip(kinds, parts, strict=True)]
            return [{"kind": "summary", "label": "", "text": [], "below": inside}]
        kind = "heading" if node.kind in HEADINGS else "formula" if node.ref == "formula" else _KINDS[node.kind]
        unit = self._unit(node, kind, parts[0], node.number)
        if kind == "masthead":
            unit["strong"] = self._strong = not self._strong
        if kind == "heading":
            unit["level"] = self.levels[node.ref]
        rest = "aside" if node.kind is NodeKind.REPLY_HEADING else kind
        later = [self._unit(node, rest, part) for part in parts[1:]]
        for one in later:
            one["level"] = unit.get("level", 1)
        last = later[-1] if later else unit
        for one in (unit, *later) if kind == "heading" else ():
            one["stays"] = True
        if node.ref in self._kept.leading and kind != "item":
            unit["stays"] = True
        self._keep_room(node.ref, last)
        last["below"] = self._units(branch.below)
        return [unit, *later]

    def _keep_room(self, ref: str, last: _Unit) -> None:
        """Beneath the last line of a heading, say what must find room there for its text to begin on the same page.

        The typesetter keeps a heading with the line that follows it, yet not where that line moves to the next page
        for the sake of its note, nor with a second item.
        """
        opening = self._kept.openings.get(ref, [])
        notes = opening_notes(opening)
        if notes or opens_with_items(opening):
            last["room"] = 1 + len(opening)
            self._rooms.append((last, notes))

    def _run(self, run: AnnotatedRun, leftward: bool) -> list[object]:
        if run.mark is not None:
            number = self.numbers.get(run.mark.ref)
            if number is None:
                return [{"raised": self._text(printed_mark(self.document, run.mark))}]
            return [*self._uncalled(run.mark.ref), self._call(run.mark.ref, self._text(number))]
        text = isolated(self._text(run.text)) if leftward else self._text(run.text)
        return [{"to": run.link, "text": text} if run.link else text]

    def _call(self, ref: str, mark: str) -> _Unit:
        """A call of a note; the first brings the note with it."""
        first = ref not in self._places
        if first:
            self._places[ref] = len(self.notes)
            self.notes.append({})
            node = next(node for node in self.document.nodes if node.ref == ref)
            self.notes[self._places[ref]] = self._unit(node, "note", Span(0, len(node.text))) | {
                "mark": mark,
                "lead": "",
            }
        return {"note": self._places[ref], "first": first}

    def _uncalled(self, before: str = "") -> list[object]:
        """Notes that nothing calls, up to the one that is called now, or all that are left.

        They stand at the foot of the page among the others, with their number and without a marker.
        """
        refs = list(self.numbers)
        waiting = refs[: refs.index(before)] if before else refs
        calls: list[object] = []
        for ref in waiting:
            if ref not in self._called and ref not in self._places:
                calls.append(self._call(ref, "\u200b"))
                self.notes[-1]["lead"] = self._text(self.numbers[ref]) + " "
        return calls
