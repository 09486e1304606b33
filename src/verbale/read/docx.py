"""Word documents (Office Open XML), read from their raw parts.

The text holds what the page prints, automatic numbers and note numbers included: the body, then
the footnotes and endnotes, then the running heads and feet. A line break inside a paragraph is a
space. ``left`` and ``right`` of a block are measured in points from the left edge of the text area
(of the cell, in a table), the first line's indent counted in.
"""

from __future__ import annotations

from lxml import etree

from verbale.errors import Damaged, NotADocument
from verbale.model.block import Extraction, Shape
from verbale.model.finding import Severity
from verbale.model.source import MediaType
from verbale.read.docx_notes import NotePart, load_notes
from verbale.read.docx_numbering import ListCounters
from verbale.read.docx_package import Package, Relation, W
from verbale.read.docx_pages import Pages
from verbale.read.docx_runs import DocxContext, words_of
from verbale.read.docx_story import DocxWalk
from verbale.read.docx_styles import Styles
from verbale.read.draft import BlockBuilder, quote
from verbale.read.limits import Limits

_USUAL_PART = "word/document.xml"


def read_docx(data: bytes, name: str, sha256: str, limits: Limits) -> Extraction:
    """Read a DOCX. ``name`` and ``sha256`` go into the result as they are.

    Raises ``NotADocument``, ``Encrypted``, ``Damaged`` or ``TooLarge``.
    """
    package = Package(data, name, limits)
    try:
        return _read(package, name, sha256, limits)
    except RecursionError as error:
        raise Damaged(name, "the parts are nested too deeply", "save the document again") from error


def _read(package: Package, name: str, sha256: str, limits: Limits) -> Extraction:
    main = _main_part(package)
    root = package.tree(main)
    if root is None:
        raise NotADocument(name, f"a package without {main}", "send it as DOCX or PDF")
    body = root.find(W + "body")
    if body is None:
        raise NotADocument(name, "a package that holds no text document", "send it as DOCX or PDF")
    relations = package.relations(main)
    parts = {relation.kind: relation.target for relation in relations.values() if not relation.external}
    styles = Styles(_tree(package, parts, "styles"))
    settings = _tree(package, parts, "settings")
    shared = DocxContext(
        package=package,
        styles=styles,
        numbering=ListCounters(_tree(package, parts, "numbering"), styles),
        sheet=BlockBuilder(),
        pages=Pages(root, name, limits.pages),
        notes={kind: load_notes(kind, _tree(package, parts, kind + "s"), settings) for kind in ("footnote", "endnote")},
        comments=_comments(_tree(package, parts, "comments")),
    )
    DocxWalk(shared, main, Shape.PARAGRAPH).read(body)
    for kind, notes in shared.notes.items():
        _read_notes(shared, notes, parts.get(kind + "s", ""))
    _read_margins(shared, relations)
    _report_leftovers(shared)
    pages = shared.pages.page if shared.pages.declared else None
    return shared.sheet.finish(name, sha256, MediaType.DOCX, pages)


def _main_part(package: Package) -> str:
    for relation in package.relations("").values():
        if relation.kind == "officeDocument" and not relation.external:
            return relation.target
    return _USUAL_PART


def _tree(package: Package, parts: dict[str, str], kind: str) -> etree._Element | None:
    """A part that the document may name; one that is named has to be there."""
    part = parts.get(kind)
    if part is None:
        return None
    root = package.tree(part)
    if root is None:
        raise Damaged(package.name, f"{part} is missing from the package", "ask for the file again")
    return root


def _read_notes(shared: DocxContext, notes: NotePart, part: str) -> None:
    """Notes in the order in which they are called, then those that nothing calls."""
    done: set[str] = set()
    while waiting := [call for key, call in notes.calls.items() if key not in done]:
        for call in waiting:
            done.add(call.key)
            element = notes.elements.get(call.key)
            if element is not None:
                note = f"{notes.kind}:{call.key}"
                DocxWalk(shared, part, Shape.NOTE, note, call.marker, call.page).read(element)
    for key in notes.uncalled():
        element = notes.elements[key]
        if words_of(element).strip():
            shared.sheet.report("read/uncalled-note", f"Nothing in the text calls {notes.kind} {key}", Severity.WARNING)
            DocxWalk(shared, part, Shape.NOTE, f"{notes.kind}:{key}", "", 1).read(element)


def _read_margins(shared: DocxContext, relations: dict[str, Relation]) -> None:
    for kind in ("header", "footer"):
        targets = [r.target for r in relations.values() if r.kind == kind and not r.external]
        for part in dict.fromkeys(targets):
            root = shared.package.tree(part)
            if root is None:
                raise Damaged(shared.package.name, f"{part} is missing from the package", "ask for the file again")
            DocxWalk(shared, part, Shape.MARGIN, page=1).read(root)


def _comments(root: etree._Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for comment in root.iterchildren(W + "comment") if root is not None else ():
        paragraphs = (words_of(p) for p in comment.iter(W + "p"))
        found[comment.get(W + "id", "")] = " ".join(words for words in paragraphs if words)
    return found


def _report_leftovers(shared: DocxContext) -> None:
    for words in shared.comments.values():
        if words:
            shared.sheet.report("read/comment", f"A comment is not part of the text: {quote(words)}")
    for symbol in sorted(shared.odd_symbols):
        shared.sheet.report("read/symbol", f"A sign of a symbol font is not known: {symbol}", Severity.WARNING)
    for form in sorted(shared.numbering.unknown_formats):
        shared.sheet.report("read/number-format", f"Numbers of the form {form} are given as decimal", Severity.WARNING)
