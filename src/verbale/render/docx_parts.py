"""The parts of a Word document around its body, and the zip they are kept in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from verbale.model.document import Document
from verbale.model.language import Language
from verbale.render.assets import asset
from verbale.render.docx_markup import Script, escaped, language_tag
from verbale.render.docx_running import foot, head, line

_OPEN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006"
# A zip cannot tell a time before this one; every part has it, so that the same tree gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PARTS = (
    *((kind, f"{kind}.xml") for kind in ("styles", "settings", "numbering", "footnotes")),
    *((kind, f"{kind}{place}.xml") for kind in ("header", "footer") for place in (1, 2, 3)),
)
_PLACES = ("first", "default", "even")
_COMPLEX = {"rtl": ("Traditional Arabic", "28"), "ltr": ("Times New Roman", "20")}


@dataclass(frozen=True, slots=True)
class DocxParts:
    """What was written of a document: parts of XML without their roots, and the addresses of links by part."""

    body: str
    notes: str
    numbering: str
    first_head: str
    links: Mapping[str, Mapping[str, str]]


def package_of(document: Document, story: DocxParts, script: Script) -> bytes:
    """The DOCX, its parts in a fixed order. ``script`` is that of the document."""
    parts = {
        "[Content_Types].xml": asset("docx/types.xml"),
        "_rels/.rels": _relations(
            [("officeDocument", "word/document.xml")],
            f'<Relationship Id="core" Type="{_RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/>',
        ),
        "docProps/core.xml": _properties(document),
        "word/document.xml": _root("document", f"<w:body>{story.body}{_section(script)}</w:body>"),
        "word/_rels/document.xml.rels": _relations(_PARTS, _addresses(story.links.get("body", {}))),
        "word/styles.xml": _filled("docx/styles.xml", script),
        "word/settings.xml": _filled("docx/settings.xml", script),
        "word/numbering.xml": _root("numbering", story.numbering),
        "word/footnotes.xml": _root("footnotes", story.notes),
        "word/_rels/footnotes.xml.rels": _relations([], _addresses(story.links.get("notes", {}))),
    }
    for number, place in enumerate(_PLACES, start=1):
        even = place == "even"
        running = story.first_head if place == "first" else head(document, script, even=even)
        parts[f"word/header{number}.xml"] = _root("hdr", running or line("", script))
        parts[f"word/footer{number}.xml"] = _root("ftr", foot(script, even=even))
    return _zipped(parts)


def _zipped(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, text.encode("utf-8"))
    return out.getvalue()


def _filled(name: str, script: Script) -> str:
    """A bundled part with the values of this document in the places that are marked in it."""
    font, size = _COMPLEX["rtl" if script.rtl else "ltr"]
    values = {
        "language": language_tag(script.language),
        "complex_font": font,
        "complex_size": size,
        # Chinese has no slanted type.
        "slanted": "" if script.language is Language.ZH else "<w:i/>",
    }
    text = asset(name)
    for key, value in values.items():
        text = text.replace("{{" + key + "}}", value)
    return text


def _root(name: str, inner: str) -> str:
    return f"{_OPEN}<w:{name} {_SPACES}>{inner}</w:{name}>"


def _relations(parts: list[tuple[str, str]] | tuple[tuple[str, str], ...], more: str) -> str:
    rows = "".join(
        f'<Relationship Id="part{number}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, 1)
    )
    return f'{_OPEN}<Relationships xmlns="{_RELATIONS}">{rows}{more}</Relationships>'


def _addresses(links: Mapping[str, str]) -> str:
    return "".join(
        f'<Relationship Id="{key}" Type="{_KINDS}/hyperlink" Target="{address}" TargetMode="External"/>'
        for address, key in links.items()
    )


def _properties(document: Document) -> str:
    title = escaped(" ".join(filter(None, (document.facts.symbol, document.facts.title))) or document.source.name)
    sealed = f"<dc:identifier>seal {document.facts.seal}</dc:identifier>" if document.facts.seal else ""
    return (
        f'{_OPEN}<cp:coreProperties xmlns:cp="{_CORE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        f"<dc:language>{language_tag(document.language)}</dc:language>{sealed}</cp:coreProperties>"
    )


def _section(script: Script) -> str:
    """Page, margins and running lines: A4, as the offices outside New York print."""
    numbers = {target: number for number, (_, target) in enumerate(_PARTS, 1)}
    running = "".join(
        f'<w:{kind}Reference w:type="{place}" r:id="part{numbers[f"{kind}{at}.xml"]}"/>'
        for kind in ("header", "footer")
        for at, place in enumerate(_PLACES, 1)
    )
    bidi = "<w:bidi/>" if script.rtl else ""
    return (
        f'<w:sectPr>{running}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1134" '
        f'w:left="1134" w:header="680" w:footer="567" w:gutter="0"/><w:titlePg/>{bidi}</w:sectPr>'
    )
