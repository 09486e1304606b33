"""The footnotes of a Word document: real ones, numbered by the word processor where it agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from verbale.model.document import Document
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.render.annotated_runs import note_numbers, printed_mark
from verbale.render.docx_markup import Script, escaped

_RAISED = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
# A mark that shows nothing: a note that the text calls nowhere still stands at the foot of a page.
_NOTHING = "\u200b"


@dataclass(slots=True)
class NoteWriter:
    """The footnotes of one document while it is written."""

    document: Document
    numbers: Mapping[str, str] = field(init=False)
    _order: list[str] = field(init=False)
    _ids: dict[str, int] = field(default_factory=dict)
    _automatic: dict[str, bool] = field(default_factory=dict)
    _called: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = note_numbers(self.document)
        self._order = list(self.numbers)
        running = [node for node in self.document.nodes if node.kind is not NodeKind.FOOTNOTE]
        self._called = frozenset(mark.ref for node in running for mark in node.notes)

    def call(self, mark: NoteMark, script: Script) -> str:
        """The run that calls a note; a second call of the same note repeats its number."""
        number = self.numbers.get(mark.ref)
        if number is None:
            return script.runs(printed_mark(self.document, mark), "FootnoteReference")
        if mark.ref in self._ids:
            return _bracketed(script.runs(number, "FootnoteReference"), script)
        return self.uncalled(before=mark.ref) + _bracketed(self._reference(mark.ref, number), script)

    def uncalled(self, before: str = "") -> str:
        """Invisible calls of the notes that nothing calls and that come before a note, or of all that are left."""
        stop = self._order.index(before) if before else len(self._order)
        waiting = [ref for ref in self._order[:stop] if ref not in self._called and ref not in self._ids]
        return "".join(self._reference(ref, _NOTHING) for ref in waiting)

    def _reference(self, ref: str, number: str) -> str:
        self._ids[ref] = len(self._ids) + 1
        automatic = number == str(sum(self._automatic.values()) + 1)
        self._automatic[ref] = automatic
        if automatic:
            return f'<w:r>{_RAISED}<w:footnoteReference w:id="{self._ids[ref]}"/></w:r>'
        return (
            f'<w:r>{_RAISED}<w:footnoteReference w:customMarkFollows="1" w:id="{self._ids[ref]}"/>'
            f"<w:t>{escaped(number)}</w:t></w:r>"
        )

    def part(self, text_of: Callable[[Node], tuple[str, Script]]) -> str:
        """What stands inside ``footnotes.xml``. ``text_of`` gives a note's runs and how they are set."""
        by_ref = {node.ref: node for node in self.document.nodes if node.kind is NodeKind.FOOTNOTE}
        written = [_SEPARATORS]
        for ref, number in self._ids.items():
            runs, script = text_of(by_ref[ref])
            turned = Script(self.document.language).rtl and not script.rtl
            set_so = "<w:bidi/>" if script.rtl else '<w:jc w:val="right"/>' if turned else ""
            if self._automatic[ref]:
                mark = f"<w:r>{_RAISED}<w:footnoteRef/></w:r>"
            else:
                mark = f"<w:r>{_RAISED}<w:t>{escaped(self.numbers[ref])}</w:t></w:r>"
            if Script(self.document.language).rtl:
                mark = _bracketed(mark, Script(self.document.language))
            label = mark + script.runs(" ") if by_ref[ref].label or self._automatic[ref] else ""
            written.append(
                f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{set_so}</w:pPr>'
                f"{label}{runs}</w:p></w:footnote>"
            )
        return "".join(written)


def _bracketed(runs: str, script: Script) -> str:
    """In Arabic the number of a note stands in brackets."""
    if not script.rtl:
        return runs
    return script.runs("(", "FootnoteReference") + runs + script.runs(")", "FootnoteReference")
