"""Twelve kinds of page that public reports say other readers get wrong, each with what is right.

The pages and their labels were written, and committed, before the program read any of them. ``has`` must stand in the
text, ``lacks`` must not, ``whole`` is a paragraph by itself, ``told`` a rule that has to be among the findings and
``untold`` one that must not.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.read.pdf_writer import Page, show, write_pdf

_BODY = show(72, 700, "1. The State supports the resolution.")
_SHORES = ("", "northern", "southern", "eastern", "western")
_HELVETICA = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


@dataclass(frozen=True)
class Kind:
    """A page of a kind, where it was reported, and what is right."""

    name: str
    source: str
    data: bytes
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


def _drawing(content: bytes, entries: bytes = b"") -> bytes:
    return (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 300 60] /Resources %s %s /Length %d >>\nstream\n%s\nendstream"
        % (
            _HELVETICA,
            entries,
            len(content),
            content,
        )
    )


def _radio() -> bytes:
    group = b"<< /FT /Btn /Ff 49152 /T (vote) /V /B >>"
    look = _drawing(b"0 0 10 10 re f")
    kid = "/Subtype /Widget /Parent 3 0 R /F 4"
    return write_pdf(
        [
            Page(
                show(90, 700, "In favour") + show(90, 680, "Against"),
                notes=[
                    f"{kid} /AS /Off /AP << /N << /A 4 0 R >> >> /Rect [72 698 84 710]",
                    f"{kid} /AS /B /AP << /N << /B 4 0 R >> >> /Rect [72 678 84 690]",
                ],
            )
        ],
        extra=(group, look),
    )


def _picture_stamp() -> bytes:
    look = _drawing(b"BT /F1 14 Tf 10 20 Td (RECEIVED 3 MAY 2022) Tj ET")
    note = "/Subtype /Stamp /F 4 /Rect [300 600 600 660] /AP << /N 3 0 R >>"
    return write_pdf([Page(_BODY, notes=[note])], extra=(look,))


def _print_only() -> bytes:
    layers = (
        b"<< /Type /OCG /Name (Screen note) /Usage << /View << /ViewState /OFF >> /Print << /PrintState /OFF >> >> >>"
    )
    catalog = (
        "/OCProperties << /OCGs [3 0 R] /D << /Order [3 0 R] "
        "/AS [<< /Event /View /Category [/View] /OCGs [3 0 R] >>] >> >>"
    )
    content = _BODY + "/OC /L BDC " + show(72, 650, "Internal note of the drafter") + "EMC "
    return write_pdf([Page(content, resources="/Properties << /L 3 0 R >>")], catalog=catalog, extra=(layers,))


def _membership() -> bytes:
    layer = b"<< /Type /OCG /Name (Draft) >>"
    member = b"<< /Type /OCMD /OCGs [3 0 R] /P /AllOn >>"
    catalog = "/OCProperties << /OCGs [3 0 R] /D << /OFF [3 0 R] >> >>"
    content = _BODY + "/OC /M BDC " + show(72, 650, "Wording of the draft") + "EMC "
    return write_pdf([Page(content, resources="/Properties << /M 4 0 R >>")], catalog=catalog, extra=(layer, member))


def _heads() -> bytes:
    pages = []
    for number in range(1, 5):
        content = show(72, 740, "Conference on port signals") + show(72, 728, "Second session, working paper 7")
        content += show(
            72, 690, f"{2 * number - 1}. The {_SHORES[number]} lights were tended by the State all year and"
        )
        content += show(72, 677, "its reports were sent in good time to all who asked.")
        content += show(72, 650, f"{2 * number}. The {_SHORES[number]} buoys were laid out again after the storms and")
        pages.append(Page(content + show(72, 637, f"the {_SHORES[number]} ones held.")))
    return write_pdf(pages)


def _soft() -> bytes:
    content = show(72, 700, "1. The State has ratified the treaty and its imple\u00ad")
    content += show(72, 687, "menting protocol, and will report on them.")
    return write_pdf([Page(content)])


def _shadow() -> bytes:
    shadow = (
        "0.7 g " + show(73, 699, "Reply of the State", size=14) + "0 g " + show(72, 700, "Reply of the State", size=14)
    )
    return write_pdf([Page(shadow + show(72, 660, "1. The State supports the resolution."))])


def _redaction() -> bytes:
    content = _BODY + show(72, 650, "2. The source was Mr. Example.") + "0 g 160 645 120 18 re f "
    return write_pdf([Page(content)])


def _combed() -> bytes:
    field = "/Subtype /Widget /FT /Tx /F 4 /Ff 16777216 /MaxLen 10 /T (symbol) /V (A/76/53) /Rect [160 698 300 712]"
    return write_pdf([Page(show(72, 700, "Resolution:"), notes=[field])])


def _highlight() -> bytes:
    quads = "/QuadPoints [72 710 200 710 72 698 200 698] /Rect [72 698 200 710]"
    notes = [
        f"/Subtype /Highlight /F 4 {quads} /Contents (check with capital)",
        "/Subtype /Popup /Rect [300 600 400 700]",
    ]
    return write_pdf([Page(_BODY, notes=notes)])


def _pale_watermark() -> bytes:
    pages = [
        Page(
            "0.85 g BT /F2 70 Tf 0.8 0.6 -0.6 0.8 120 250 Tm (DRAFT COPY) Tj ET 0 g "
            + show(72, 700, f"{number}. The State has lights on its {_SHORES[number]} shore and recalls that")
            + show(72, 687, f"its {_SHORES[number]} neighbours have some too.")
        )
        for number in (1, 2, 3)
    ]
    return write_pdf(pages)


def _turned() -> bytes:
    content = "BT /F1 10 Tf 0 1 -1 0 100 100 Tm (1. The page is turned.) Tj ET "
    content += "BT /F1 10 Tf 0 1 -1 0 -80 100 Tm (Off the sheet) Tj ET "
    return write_pdf([Page(content, rotate=90)])


KINDS = (
    Kind(
        "radio buttons", "modesty/pdf2json#320", _radio(), whole=("☐ In favour", "☒ Against"), told=("read/form-field",)
    ),
    Kind("a stamp whose picture alone has words", "meistrari/pdq#40", _picture_stamp(), told=("read/annotation",)),
    Kind(
        "a layer that is shown neither on screen nor in print",
        "yfedoseev/pdf_oxide#600",
        _print_only(),
        lacks=("Internal note",),
        told=("read/hidden-text",),
    ),
    Kind(
        "a layer that is off by its membership",
        "yfedoseev/pdf_oxide#600",
        _membership(),
        lacks=("Wording of the draft",),
        told=("read/hidden-text",),
    ),
    Kind(
        "a running head of two lines without a symbol",
        "virgiliojr94/book-to-skill#77",
        _heads(),
        lacks=("Second session, working paper 7 3.", "Conference on port signals Second"),
        whole=("2. The northern buoys were laid out again after the storms and the northern ones held.",),
    ),
    Kind(
        "a soft hyphen at the end of a line",
        "yfedoseev/pdf_oxide#1412",
        _soft(),
        has=("its implementing protocol",),
    ),
    Kind(
        "words with a shadow",
        "UglyToad/PdfPig#568",
        _shadow(),
        whole=("Reply of the State",),
        lacks=("Reply of the State Reply",),
    ),
    Kind(
        "words under a black bar",
        "wikkiewikkie/Marisol#4",
        _redaction(),
        lacks=("Mr. Example",),
        told=("read/hidden-text",),
    ),
    Kind("a field with a box for each letter", "chinapandaman/PyPDFForm#1469", _combed(), has=("A/76/53",)),
    Kind(
        "a remark on a highlight",
        "0xabu/pdfannots#11",
        _highlight(),
        has=("The State supports the resolution.",),
        lacks=("check with capital",),
        told=("read/comment",),
        untold=("read/struck-text",),
    ),
    Kind(
        "a pale watermark across each page",
        "kermitt2/pdfalto#140",
        _pale_watermark(),
        lacks=("DRAFT", "COPY"),
        whole=(
            "2. The State has lights on its southern shore and recalls that its southern neighbours have some too.",
        ),
    ),
    Kind(
        "a page that is turned, with words off the sheet",
        "yfedoseev/pdf_oxide#92",
        _turned(),
        has=("The page is turned.",),
        lacks=("Off the sheet",),
        told=("read/hidden-text",),
    ),
)
