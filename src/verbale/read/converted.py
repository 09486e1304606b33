"""Word documents of before 2007 and RTF, by way of ``anydoc``: its model of the document, block for block.

The original stays what is kept; that the text was made of it by another program, and by which version, is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING

from verbale.errors import Damaged, Encrypted, ReadFailed, TooLarge
from verbale.model.block import Extraction, Shape
from verbale.model.source import MediaType
from verbale.read.draft import BOLD, ITALIC, LABEL, STRUCK, BlockBuilder, TextRun, Traits
from verbale.read.limits import Limits

if TYPE_CHECKING:
    import anydoc

_TOOL = "firecrawl-anydoc"
_ADVICE = "save it as DOCX or PDF"


def read_doc(data: bytes, name: str, sha256: str, limits: Limits) -> Extraction:
    """Read a Word document of before 2007. Raises a ``ReadFailed``; a result without words is ``Damaged``."""
    return _read(data, name, sha256, limits, MediaType.DOC)


def read_rtf(data: bytes, name: str, sha256: str, limits: Limits) -> Extraction:
    """Read an RTF document. Raises a ``ReadFailed``; a result without words is ``Damaged``."""
    return _read(data, name, sha256, limits, MediaType.RTF)


def _read(data: bytes, name: str, sha256: str, limits: Limits, media_type: MediaType) -> Extraction:
    if len(data) > limits.bytes:
        raise TooLarge(name, f"{len(data):,} bytes, the limit is {limits.bytes:,}", "split the document")
    import anydoc  # noqa: PLC0415 (a library of 8 MB that few sources need)

    try:
        document = anydoc.to_document(data, "doc" if media_type is MediaType.DOC else "rtf")
    except anydoc.EncryptedError as error:
        raise Encrypted(name, "the document is protected by a password", "save it without one") from error
    except anydoc.ResourceLimitError as error:
        raise TooLarge(name, f"a limit of {_TOOL} is passed: {error.limit}", "split the document") from error
    except anydoc.ConvertError as error:
        raise Damaged(name, f"{_TOOL} cannot make out the document: {error}", _ADVICE) from error
    sheet = BlockBuilder()
    keys = {note.id: f"n{at}" for at, note in enumerate(document.notes, 1)}
    for block, traits, label in _blocks(document.blocks, Traits()):
        _put(sheet, block, traits, label, keys)
    for note in document.notes:
        for block, traits, label in _blocks(note.blocks, Traits(shape=Shape.NOTE, note=keys[note.id])):
            _put(sheet, block, traits, label, keys)
    if not sheet.blocks:
        raise _nothing(name)
    sheet.report("read/converted", f"Made by {_TOOL} {version(_TOOL)} of the original with the SHA-256 {sha256}")
    return sheet.finish(name, sha256, media_type)


def _nothing(name: str) -> ReadFailed:
    return Damaged(name, f"{_TOOL} found no words in the document", _ADVICE)


def _blocks(blocks: list[anydoc.Block], traits: Traits) -> Iterator[tuple[anydoc.Block, Traits, str]]:
    """Every block that holds words, in order, with what it lies in and the number it prints."""
    waiting = [(block, traits, "") for block in reversed(blocks)]
    while waiting:
        block, outer, label = waiting.pop()
        if block.kind == "list" and block.list is not None:
            for number, item in reversed(list(enumerate(block.list.items, block.list.start))):
                printed = item.marker_label or ("•" if block.list.marker == "bullet" else f"{number}.")
                inner = outer._replace(level=(outer.level or 0) + 1)
                waiting.extend(
                    (each, inner, "" if at else printed) for at, each in reversed(list(enumerate(item.blocks)))
                )
        elif block.kind == "table" and block.table is not None:
            cells = [slot.cell for row in block.table.grid for slot in row if slot.cell is not None]
            shape = Shape.CELL if block.table.kind == "data" else outer.shape
            waiting.extend(
                (each, outer._replace(shape=shape), "") for cell in reversed(cells) for each in reversed(cell.blocks)
            )
        elif block.blocks:
            waiting.extend((each, outer, label) for each in reversed(block.blocks))
        else:
            yield block, outer._replace(level=block.level - 1) if block.level else outer, label


def _put(sheet: BlockBuilder, block: anydoc.Block, traits: Traits, label: str, keys: dict[str, str]) -> None:
    runs: list[TextRun] = [TextRun(label, LABEL), TextRun(" ")] if label else []
    if block.text:
        runs += [TextRun(line) for line in block.text.splitlines()]

    def end() -> None:
        nonlocal runs
        if any(run.text.strip() for run in runs):
            sheet.put(runs, traits)
        runs = []

    _gather(block.content or [], keys, lambda run: runs.append(run), end)
    end()


def _gather(
    content: list[anydoc.Inline], keys: dict[str, str], add: Callable[[TextRun], None], end: Callable[[], None]
) -> None:
    waiting = [(inline, "") for inline in reversed(content)]
    while waiting:
        inline, link = waiting.pop()
        if inline.kind == "line_break":
            end()
        elif inline.kind == "note_ref" and inline.note_id in keys:
            add(TextRun(keys[inline.note_id].removeprefix("n"), note=keys[inline.note_id]))
        elif inline.content:
            target = inline.target.value if inline.kind == "link" and inline.target else link
            waiting.extend((each, target) for each in reversed(inline.content))
        elif inline.text or inline.kind == "checkbox":
            flags = _flags(inline.style) if inline.style else 0
            text = inline.text if inline.text else "☒" if inline.checked else "☐"
            add(TextRun(text.replace("\n", " "), flags, None, link))


def _flags(style: anydoc.Style) -> int:
    return (BOLD if style.bold else 0) | (ITALIC if style.italic else 0) | (STRUCK if style.strike else 0)
