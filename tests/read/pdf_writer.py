"""Small PDFs for the tests, written by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

FONTS = {
    "F1": "Times-Roman",
    "F2": "Times-Bold",
    "F3": "Times-Italic",
}


@dataclass(frozen=True)
class Page:
    """One page: the operators of its content and the links on it (left, bottom, right, top, address).

    ``notes`` are other annotations as dictionaries without their brackets, ``boxes`` and ``resources`` more of the
    page's own entries. A widget among the notes is a field of the document's form.
    """

    content: str
    links: list[tuple[int, int, int, int, str]] = field(default_factory=list)
    rotate: int = 0
    notes: list[str] = field(default_factory=list)
    boxes: str = ""
    resources: str = ""


def show(x: float, y: float, text: str, font: str = "F1", size: float = 10) -> str:
    """The operators that print a text with its first letter's foot at (x, y)."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def picture(wide: int, high: int) -> str:
    """The operators that paint one grey dot over a rectangle at the page's corner."""
    return f"q {wide} 0 0 {high} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"


def write_pdf(
    pages: list[Page], encrypt: str = "", catalog: str = "", form: str = "", extra: tuple[bytes, ...] = ()
) -> bytes:
    """A PDF of these pages, 612 by 792 points each; the ``extra`` objects are numbered from 3 on.

    ``catalog`` and ``form`` are more entries of the catalogue and of its form.
    """
    objects: list[bytes] = [b"", b"", *extra]
    widgets = []
    fonts = []
    for name, face in FONTS.items():
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >>".encode())
        fonts.append(f"/{name} {len(objects)} 0 R")
    kids = []
    for page in pages:
        body = page.content.encode("latin-1")
        objects.append(f"<< /Length {len(body)} >>\nstream\n".encode() + body + b"\nendstream")
        content = len(objects)
        notes = []
        for left, bottom, right, top, target in page.links:
            objects.append(
                f"<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] "
                f"/A << /S /URI /URI ({target}) >> >>".encode()
            )
            notes.append(f"{len(objects)} 0 R")
        for entries in page.notes:
            objects.append(f"<< /Type /Annot {entries} >>".encode("latin-1"))
            notes.append(f"{len(objects)} 0 R")
            widgets += notes[-1:] if "/Widget" in entries else []
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {page.rotate} /Contents {content} 0 R "
            f"{page.boxes} /Annots [{' '.join(notes)}] "
            f"/Resources << /Font << {' '.join(fonts)} >> {page.resources} >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    if widgets or form:
        catalog += f" /AcroForm << /Fields [{' '.join(widgets)}] {form} >>"
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _assembled(objects, encrypt)


def _assembled(objects: list[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
