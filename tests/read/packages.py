"""Small DOCX packages, written part by part, so that a test shows all the XML it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W_NS}" xmlns:r="{R_NS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(tag: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {_NAMESPACES}>{inner}</w:{tag}>'


def relations(rows: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{R_NS}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if kind == "hyperlink" else "")
        + "/>"
        for key, (kind, target) in rows.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'


def build_docx(body: str, links: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """A package of ``body`` and further parts by name (``styles``, ``footnotes``, ``header1`` …)."""
    rows = {f"p{at}": (name.rstrip("0123456789"), f"{name}.xml") for at, name in enumerate(parts)}
    rows |= {key: ("hyperlink", target) for key, target in (links or {}).items()}
    files = {
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(rows),
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = part(roots.get(kind, kind), inner)
    return pack(files)


def pack(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def p(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>" if properties else f"<w:p>{inner}</w:p>"


def r(inner: str, properties: str = "") -> str:
    run = inner if inner.startswith("<") else f'<w:t xml:space="preserve">{inner}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{run}</w:r>" if properties else f"<w:r>{run}</w:r>"
