"""Files inside a PDF are told where the PDF is read, and offered as enclosures of a letter."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from tests.read.pdf_writer import Page, show, write_pdf

from verbale.app.letter_reading import read_letters
from verbale.errors import TooLarge
from verbale.read.limits import Limits
from verbale.read.pdf import read_members, read_pdf

_LETTER = (
    "Permanent Mission of Kenya to the United Nations\n\n"
    "1. Kenya is a party to the Treaty and supports resolution 76/53.\n\nNairobi, 4 May 2022\n"
)


def attached(pdf: bytes, *files: tuple[str, bytes]) -> bytes:
    """A PDF with files in it."""
    document = pypdfium2.PdfDocument(pdf)
    for name, content in files:
        document.new_attachment(name).set_data(content)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def pinned(name: str, content: bytes) -> bytes:
    """A PDF with a file pinned to its page."""
    stream = b"<< /Type /EmbeddedFile /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    spec = b"<< /Type /Filespec /F (%s) /EF << /F 3 0 R >> >>" % name.encode()
    pin = "/Subtype /FileAttachment /FS 4 0 R /Rect [300 700 320 720]"
    return write_pdf([Page(show(72, 700, "See the file."), notes=[pin])], extra=(stream, spec))


COVER = write_pdf([Page(show(72, 700, "Open this portfolio with another program."))])


@pytest.mark.parametrize(
    "data", [attached(COVER, ("reply of Kenya.txt", _LETTER.encode())), pinned("reply of Kenya.txt", _LETTER.encode())]
)
def test_files_in_a_pdf_are_told_and_can_be_had(data: bytes) -> None:
    told = [finding.message for finding in read_pdf(data, "a.pdf", "0" * 64, Limits()).findings]
    assert len(told) == 1
    assert "“reply of Kenya.txt”, " in told[0]
    assert read_members(data, "a.pdf") == (("reply of Kenya.txt", _LETTER.encode()),)


def test_a_member_of_a_portfolio_is_the_letter_where_its_cover_names_no_sender() -> None:
    data = attached(COVER, ("reply.txt", _LETTER.encode()), ("picture.bin", b"\x00\x01" * 50))
    (letter,) = read_letters(data, "portfolio.pdf")
    assert (letter.name, [reply.state for reply in letter.document.replies]) == ("reply.txt", ["KEN"])
    assert letter.carried == data
    assert any("picture.bin" in each for each in letter.unread)
    assert any("cover" in each for each in letter.besides)


def test_a_letter_with_a_file_in_it_stays_the_letter() -> None:
    page = Page("".join(show(72, 700 - 30 * at, line) for at, line in enumerate(_LETTER.split("\n\n"))))
    data = attached(write_pdf([page]), ("annex.txt", b"1. A table of figures.\n"))
    (letter,) = read_letters(data, "reply.pdf")
    assert (letter.name, letter.besides) == ("reply.pdf", ("annex.txt",))


def test_too_many_files_are_told_and_the_letter_is_read() -> None:
    data = attached(COVER, *((f"{at}.txt", b"words") for at in range(3)))
    with pytest.raises(TooLarge):
        read_members(data, "a.pdf", Limits(parts=2))
    (letter,) = read_letters(data, "a.pdf", Limits(parts=2))
    assert "more than 2 files" in letter.unread[0]
