"""Makes the pictures of docs/developer/rendering.md and docs/wording.md.

They are the first two pages of a sample report, as DOCX in LibreOffice and as PDF, and the first page of the note and
of the report that are composed for the cycle of the demonstration.

    python scripts/make_pictures.py

Needs LibreOffice (on Debian: apt install libreoffice-writer).
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pypdfium2

from verbale.app.reading import read_tree
from verbale.compose.note_verbale import compose_note
from verbale.compose.report import compose_report
from verbale.desk.cycle_file import parse_cycle
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.render.docx_document import docx_document
from verbale.render.masthead import lacking_lines
from verbale.render.pdf_document import pdf_document

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "pictures"
SCALE, GAP, PAGES = 0.8, 12, 2
OFFICES = ("soffice", "libreoffice")


def sample(language: str) -> Document:
    """The report among the samples, its masthead set line by line: in plain text its first line holds them all."""
    path = ROOT / "tests" / "samples" / "report" / f"{language}.txt"
    document = read_tree(path.read_bytes(), path.name)
    first, *rest = document.nodes
    if first.kind is NodeKind.MASTHEAD and (document.facts.symbol or "") in first.text:
        bare = replace(document, nodes=tuple(rest))
        heads = lacking_lines(bare)[:4]
        return replace(document, nodes=(*heads, *rest))
    return document


def as_office_shows(content: bytes, office: str) -> bytes:
    """A DOCX as PDF, by LibreOffice without a window."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sample.docx"
        source.write_bytes(content)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return source.with_suffix(".pdf").read_bytes()


def composed(language: Language) -> tuple[bytes, bytes]:
    """The note verbale and the report, without replies, of the cycle of the demonstration, as PDF."""
    file = resources.files("verbale.app").joinpath("demo_cycle", "cycle.toml")
    cycle = parse_cycle(file.read_text(encoding="utf-8"))
    report = compose_report(cycle, language, [], cycle.calendar.submission or cycle.calendar.deadline).document
    return pdf_document(compose_note(cycle, language)).content, pdf_document(report).content


def picture(*contents: bytes, first: int = PAGES) -> bytes:
    """The first pages of each content side by side, as PNG in sixteen grays."""
    pages = [
        page.render(scale=SCALE, grayscale=True)
        for content in contents
        for page, _ in zip(pypdfium2.PdfDocument(content), range(first), strict=False)
    ]
    height = max(page.height for page in pages)
    rows = []
    for at in range(height):
        row = bytes([144] * GAP).join(
            bytes(page.buffer[at * page.stride : at * page.stride + page.width])
            if at < page.height
            else b"\xff" * page.width
            for page in pages
        )
        row += b"\xff" * (len(row) % 2)
        rows.append(b"\0" + bytes((row[i] >> 4 << 4) | row[i + 1] >> 4 for i in range(0, len(row), 2)))
    width = sum(page.width for page in pages) + GAP * (len(pages) - 1)
    head = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def main() -> None:
    """Write ``docx-LANG.png``, ``pdf-LANG.png`` and ``composed-LANG.png`` for Arabic, Chinese and English."""
    office = next((found for name in OFFICES if (found := shutil.which(name))), None)
    if office is None:
        sys.exit("LibreOffice is not here: install libreoffice-writer")
    OUT.mkdir(exist_ok=True)
    for language in ("ar", "zh", "en"):
        document = sample(language)
        for name, content in (
            ("docx", as_office_shows(docx_document(document).content, office)),
            ("pdf", pdf_document(document).content),
        ):
            (OUT / f"{name}-{language}.png").write_bytes(picture(content))
        (OUT / f"composed-{language}.png").write_bytes(picture(*composed(Language(language)), first=1))


if __name__ == "__main__":
    main()
