"""The characters of an HTML file: byte order mark, then what it declares, then UTF-8, then Windows-1252."""

from __future__ import annotations

import codecs
import re

from verbale.model.finding import Severity
from verbale.read.draft import BlockBuilder

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{1,40})",
    re.I,
)
_HEAD = 4096  # bytes in which an encoding may be declared: the HTML standard asks for 1,024
# Labels as the WHATWG Encoding Standard reads them: Latin-1 and ASCII mean Windows-1252, and so on.
_CODECS = {
    **dict.fromkeys(("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
    **dict.fromkeys(("iso-8859-1", "latin1", "iso8859-1", "us-ascii", "ascii", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-9", "windows-1254"), "cp1254"),
    **{f"windows-{page}": f"cp{page}" for page in (1250, 1251, 1253, 1255, 1256, 1257, 1258)},
    **{f"cp{page}": f"cp{page}" for page in (1250, 1251, 1253, 1255, 1256, 1257, 1258)},
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{label: label for label in ("koi8-r", "koi8-u", "euc-jp", "euc-kr", "shift_jis", "iso-2022-jp")},
}


def read_characters(data: bytes, sheet: BlockBuilder) -> str:
    """The text of the bytes; whatever had to be guessed or replaced is reported on the sheet."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], codec, sheet)
    declared = _DECLARED.search(data[:_HEAD])
    label = (declared[1] or declared[2]).decode("ascii", "replace").lower() if declared else ""
    codec = _CODECS.get(label, "")
    if label and not codec:
        sheet.report("read/encoding", f"The declared encoding is not known: {label}", Severity.WARNING)
    for candidate in filter(None, (codec, "utf-8")):
        try:
            return data.decode(candidate)
        except UnicodeDecodeError:
            continue
    if codec:
        return _replacing(data, codec, sheet)
    sheet.report(
        "read/encoding", "No encoding is declared and the bytes are not UTF-8: taken as Windows-1252", Severity.WARNING
    )
    return _replacing(data, "cp1252", sheet)


def _replacing(data: bytes, codec: str, sheet: BlockBuilder) -> str:
    text = data.decode(codec, "replace")
    bad = text.count("\ufffd")
    if bad:
        sheet.report("read/bad-character", f"{bad} characters could not be decoded as {codec}", Severity.WARNING)
    return text
