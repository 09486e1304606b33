"""A file of our own becomes the document it was written from: the same nodes, findings, facts and proceedings."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter

from lxml import etree

from verbale.akn.escape import plain
from verbale.akn.namespaces import local, own
from verbale.akn.restore_meta import restore_facts, restore_proceedings, restore_replies
from verbale.akn.restore_text import RestoredFinding, RestoredText, restore_text, restored_characters
from verbale.errors import Damaged
from verbale.model.annotation import Annotation
from verbale.model.document import Coverage, Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.source import MediaType, Source
from verbale.model.span import Origin, Piece, Span

_UNITS = frozenset(("section", "paragraph", "subparagraph", "point", "hcontainer"))
_ADVICE = "take the file as it was written, or remove its verbale: attributes to have it read as any other"


def find_own(root: etree._Element) -> etree._Element | None:
    """Our own mark in the metadata: the file was written by this package."""
    return root.find(f".//{own('document')}")


def restore(root: etree._Element, mark: etree._Element, name: str, sha256: str) -> Document:
    """The document that was written. Raises ``Damaged`` where our own marks contradict themselves."""
    try:
        return _restored(root, mark, name, sha256)
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged(name, f"its own marks are broken: {error}", _ADVICE) from error


def _restored(root: etree._Element, mark: etree._Element, name: str, sha256: str) -> Document:
    gathered = _GatheredNodes()
    gathered.walk(root)
    page = _Layout()
    nodes: list[Node] = []
    found: list[tuple[int | None, Annotation]] = []
    for _, node in sorted(gathered.nodes, key=itemgetter(0)):
        nodes.append(page.put(node))
        found += [(one.place, _annotation(node.ref, node.text.words, one)) for one in node.text.findings]
    if any(place is not None for place, _ in found):
        found.sort(key=lambda pair: -1 if pair[0] is None else pair[0])
    language = mark.get(own("language"))
    return Document(
        source=Source(name=name, sha256=sha256, media_type=MediaType.AKN, text="\n".join(page.lines)),
        profile=plain(mark.get(own("profile"), "generic")),
        language=Language(language) if language else None,
        facts=restore_facts(root),
        nodes=tuple(nodes),
        replies=restore_replies(root),
        coverage=page.coverage(),
        annotations=tuple(one for _, one in found),
        proceedings=restore_proceedings(root),
    )


@dataclass(frozen=True, slots=True)
class _StatedNode:
    """A node as its element tells it."""

    ref: str
    kind: NodeKind
    label: str | None
    number: str
    parent: str
    language: Language | None
    origin: Origin
    text: RestoredText


@dataclass(slots=True)
class _GatheredNodes:
    """All nodes with their places, found by a walk that knows which unit encloses which."""

    nodes: list[tuple[int, _StatedNode]] = field(default_factory=list)
    _units: list[str | None] = field(default_factory=list)
    _number: str = ""
    _notes: int = 0

    def walk(self, root: etree._Element) -> None:
        """Gather from the whole file."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            kind = local(element)
            if event == "start":
                self._enter(element, kind)
            elif kind == "authorialNote":
                self._notes -= 1
            elif kind in _UNITS:
                self._units.pop()

    def _enter(self, element: etree._Element, kind: str) -> None:
        if kind in _UNITS:
            self._units.append(None)
        elif kind == "authorialNote":
            self._notes += 1
        elif kind == "num":
            self._number = restored_characters(element)
        ref = element.get(own("ref"))
        if ref is not None:
            self._take(element, plain(ref))

    def _take(self, element: etree._Element, ref: str) -> None:
        parent = ""
        number = self._number
        if self._units and not self._notes:
            self._units[-1] = ref
            parent = next((unit for unit in reversed(self._units[:-1]) if unit is not None), "")
            self._number = ""
        else:
            number = plain(element.get(own("num"), ""))
        restored = restore_text(element)
        number = number or restored.number
        label, parent_told = element.get(own("label")), element.get(own("parent"))
        language = element.get("{http://www.w3.org/XML/1998/namespace}lang")
        node = _StatedNode(
            ref=ref,
            kind=NodeKind(element.get(own("kind"), "")),
            label=number if number else None if label is None else plain(label),
            number=number,
            parent=parent if parent_told is None else plain(parent_told),
            language=Language(language) if language else None,
            origin=Origin(element.get(own("origin"), Origin.TEXT)),
            text=restored,
        )
        self.nodes.append((int(element.get(own("n"), "")), node))


@dataclass(slots=True)
class _Layout:
    """The text of the source: each node a line, its number before it, the markers of footnotes in their places."""

    lines: list[str] = field(default_factory=list)
    _at: int = 0
    _furniture: int = 0

    def put(self, node: _StatedNode) -> Node:
        """Set one node on its line."""
        start = self._at
        label_spans = (Span(start, start + len(node.number)),) if node.number else ()
        line = [f"{node.number} "] if node.number else []
        at = start + sum(map(len, line))
        pieces: list[Piece] = []
        notes: dict[int, NoteMark] = {}
        done = 0
        words = node.text.words
        for place, call in sorted(enumerate(node.text.calls), key=lambda pair: pair[1].at):
            if done < call.at:
                pieces.append(Piece(done, Span(at, at + call.at - done)))
                line.append(words[done : call.at])
                at += call.at - done
                done = call.at
            notes[place] = NoteMark(call.at, Span(at, at + len(call.printed)), call.ref)
            line.append(call.printed)
            at += len(call.printed)
        if done < len(words):
            pieces.append(Piece(done, Span(at, at + len(words) - done)))
            line.append(words[done:])
        text = "".join(line)
        self.lines.append(text)
        self._at = start + len(text) + 1
        if node.kind is NodeKind.FURNITURE:
            self._furniture += len(text)
        return Node(
            ref=node.ref,
            kind=node.kind,
            text=words,
            pieces=tuple(pieces),
            label=node.label,
            label_spans=label_spans,
            parent=node.parent,
            language=node.language,
            origin=node.origin,
            notes=tuple(notes[place] for place in range(len(notes))),
            links=node.text.links,
        )

    def coverage(self) -> Coverage:
        """All of it is kept or furniture, for it was laid out from the nodes themselves."""
        length = max(self._at - 1, 0)
        return Coverage(length, length - self._furniture, self._furniture, 0)


def _annotation(ref: str, words: str, found: RestoredFinding) -> Annotation:
    return Annotation(ref, found.kind, found.start, found.end, words[found.start : found.end], found.value, found.rule)
