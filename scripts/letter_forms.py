"""A sample letter as text, HTML, PDF, DOCX or a saved e-mail; the same letter always gives the same bytes."""

from __future__ import annotations

import base64
import textwrap
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import PurePath

import typst
from letter_source import SampleLetter
from sample_docx import docx_bytes
from sample_source import Sample, Unit, printed_label

from verbale.render.fonts import font_folder

WIDTH = 76
FONTS = '("Noto Serif", "Noto Naskh Arabic", "Noto Serif SC")'
_UNSPACED = ("zh", "ar")
_TAGS = {"heading": "h2", "masthead": "p", "closing": "p", "paragraph": "p"}
_LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def letter_bytes(letter: SampleLetter) -> bytes:
    """The file of a letter in the format that its name's suffix says. Raises ``KeyError`` for another format."""
    if letter.file.endswith(".eml"):
        return _mail(letter)
    return _formed(letter.sample, letter.file)


def _formed(sample: Sample, name: str) -> bytes:
    return {".txt": _text, ".html": _html, ".pdf": _pdf, ".docx": docx_bytes}[PurePath(name).suffix](sample)


def _printed(unit: Unit, sample: Sample) -> str:
    return f"{printed_label(unit, sample.language)} {unit.text}".strip()


def _text(sample: Sample) -> bytes:
    """Paragraphs with an empty row between them, in lines where the language has spaces to break them at."""
    rows = [_printed(unit, sample) for unit in sample.units]
    if sample.language not in _UNSPACED:
        rows = ["\n".join(textwrap.wrap(row, WIDTH, break_on_hyphens=False)) for row in rows]
    return ("\n\n".join(rows) + "\n").encode()


def _html(sample: Sample) -> bytes:
    direction = "rtl" if sample.language == "ar" else "ltr"
    rows = [
        f'<!DOCTYPE html>\n<html lang="{sample.language}" dir="{direction}"><head><meta charset="utf-8"></head><body>'
    ]
    listed = False
    for unit in sample.units:
        bullet = unit.label == "•"
        if bullet is not listed:
            rows.append("<ul>" if bullet else "</ul>")
            listed = bullet
        tag = "li" if bullet else _TAGS.get(unit.kind, "p")
        rows.append(f"<{tag}>{escape(unit.text if bullet else _printed(unit, sample))}</{tag}>")
    rows.append("</ul></body></html>" if listed else "</body></html>")
    return ("\n".join(rows) + "\n").encode()


def _pdf(sample: Sample) -> bytes:
    """One column in the fonts that come with the project, set by the typesetter of its reports."""
    direction = "rtl" if sample.language == "ar" else "ltr"
    rows = [
        f'#set text(font: {FONTS}, size: 11pt, dir: {direction}, lang: "{sample.language}")',
        "#set par(spacing: 14pt)",
    ]
    rows += [_set(unit, sample) for unit in sample.units]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    content = compiler.compile("\n\n".join(rows).encode(), format="pdf", timestamp=0)
    if not isinstance(content, bytes):
        raise TypeError("the typesetter gave no single file")
    return content


def _set(unit: Unit, sample: Sample) -> str:
    said = _printed(unit, sample).replace("\\", "\\\\").replace('"', '\\"')
    words = f'#text("{said}")'
    if unit.kind == "closing":
        return f"#align(end)[{words}]"
    return f"#strong[{words}]" if unit.kind == "heading" else words


def _mail(letter: SampleLetter) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = letter.fields["From"], letter.fields["Subject"]
    message["To"] = "Office for Disarmament Affairs <replies@un.example.org>"
    message["Date"] = letter.fields["Date"]
    message["Message-ID"] = f"<{PurePath(letter.file).stem}@example.org>"
    if letter.fields.get("Type") == "html":
        message.set_content(_html(letter.sample).decode(), subtype="html")
    else:
        message.set_content(_text(letter.sample).decode())
    if letter.enclosed:
        message.add_attachment(_LOGO, maintype="image", subtype="png", filename="logo.png")
        content = _formed(letter.enclosed, letter.enclosure)
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=letter.enclosure)
        message.set_boundary(f"=={PurePath(letter.file).stem}==")
    return message.as_bytes()
