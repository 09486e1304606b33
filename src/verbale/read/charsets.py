"""From bytes to characters: by what a label means in practice, and by what the bytes are where it says nothing true.

Labels are read as the WHATWG Encoding Standard reads them: gb2312 means GB18030, Latin-1 means Windows-1252. A guess
is always said. Nothing is refused: what is no character of the encoding becomes U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PAGES = (1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)  # code pages of Windows
_CODECS = {
    **dict.fromkeys(("utf8", "utf-8", "unicode", "unicode-1-1-utf-8", "utf-8-sig"), "utf-8"),
    **dict.fromkeys(("iso-8859-1", "latin1", "iso8859-1", "us-ascii", "ascii", "latin-1", "l1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb-2312-80", "euc-cn", "cp936", "936", "hz", "gb-18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-big5", "cp950", "950", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("shift-jis", "sjis", "cp932", "windows-31j"), "cp932"),
    **dict.fromkeys(("ks-c-5601-1987", "euc-kr", "cp949", "korean"), "cp949"),
    **{f"{head}{page}": f"cp{page}" for page in _PAGES for head in ("windows-", "cp", "win-", "win", "ansi-", "")},
    "windows-936": "gb18030",
    "windows-950": "big5hkscs",
    "hz-gb-2312": "hz",
    "macintosh": "mac-roman",
    "mac-cyrillic": "mac-cyrillic",
}
_FORBIDDEN = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 20_000  # bytes that a guess looks at
_NULLS = 0.2  # share of null bytes from which on the text is UTF-16
# The letters that make up most of a text, and so tell one encoding of its script from another.
_COMMON = {
    "cp1251": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф",
    "koi8-r": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф",
    "iso8859-5": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф",
    "cp866": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф",
    "cp1256": "اليمنوترةبعدسفهكقحجشصطخذأإئءىضغثزظؤآ،؛",
    "iso8859-6": "اليمنوترةبعدسفهكقحجشصطخذأإئءىضغثزظؤآ،؛",
    "cp1252": "éèàêçáíóúñôâîûùëïüöä’“”–«»°É",
}
_FEW = 3  # characters out of place that a right guess may leave


class Decoded(NamedTuple):
    """Characters, the codec that gave them, and what had to be guessed or replaced, empty where nothing was."""

    text: str
    codec: str
    told: str


def find_codec(label: str) -> str:
    """The codec that a label means; empty where there is none of that name."""
    plain = re.sub(r"[\s_]+", "-", label.strip().strip("\"'").lower())
    for name in (plain, plain.removeprefix("x-"), plain.removeprefix("cs").removeprefix("x-")):
        if name in _CODECS:
            return _CODECS[name]
    try:
        info = codecs.lookup(plain.removeprefix("x-"))
    except (LookupError, ValueError, UnicodeError):
        return ""
    is_text = getattr(info, "_is_text_encoding", False)
    return info.name if is_text and info.name.replace("-", "_") not in _FORBIDDEN else ""


def decode(data: bytes, label: str = "") -> Decoded:
    """The characters of bytes: by their mark, by a label that the bytes bear out, else by a guess. Never raises."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _replaced(data[len(mark) :], codec, "")
    codec = find_codec(label)
    if not _HIGH.search(data) and b"\x00" not in data and not _is_of_seven_bits(codec):
        told = f"the encoding {label!r} is not known" if label and not codec else ""
        return Decoded(data.decode("ascii"), codec or "ascii", told)
    if codec and codec not in ("utf-8", "cp1252"):
        return _replaced(data, codec, "")
    if text := _strictly(data, "utf-8"):
        if codec == "cp1252" and label:
            return Decoded(text, "utf-8", f"said to be {label}, and is UTF-8")
        return Decoded(
            text, "utf-8", f"the encoding {label!r} is not known: read as UTF-8" if label and not codec else ""
        )
    if codec == "cp1252":
        return _replaced(data, codec, "")
    guess = guess_codec(data)
    what = (
        f"not clean {label}" if codec else f"the encoding {label!r} is not known" if label else "no encoding is given"
    )
    return _replaced(data, guess, f"{what}: read as {guess}, which is a guess")


def _is_of_seven_bits(codec: str) -> bool:
    return codec.startswith(("iso2022", "iso-2022", "hz", "utf-7", "utf_7", "utf-16", "utf-32"))


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _replaced(data: bytes, codec: str, told: str) -> Decoded:
    text = _SURROGATE.sub("\ufffd", data.decode(codec, "replace"))
    bad = text.count("\ufffd")
    if bad and data.decode("latin-1").count("\ufffd") < bad:
        told = f"{told}; " if told else ""
        told += f"{bad} characters could not be decoded as {codec}"
    return Decoded(text, codec, told)


def guess_codec(data: bytes) -> str:
    """The likeliest encoding of bytes that say nothing true of it: by the letters that come of it."""
    sample = data[:_SAMPLE]
    if sample.count(0) > _NULLS * len(sample):
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    cut = sample[: len(sample) - next((at for at in range(4) if _strictly(sample[: len(sample) - at], "utf-8")), 0)]
    if _strictly(cut, "utf-8") is not None:
        return "utf-8"
    replaced = sample.decode("utf-8", "replace")
    wide = sum(1 for char in replaced if char > "\x7f" and char != "\ufffd")
    if replaced.count("\ufffd") <= wide:
        return "utf-8"
    scores = {codec: _score(sample, codec, common) for codec, common in _COMMON.items()}
    scores["gb18030"] = _han_score(sample)
    return max(scores, key=lambda codec: (scores[codec], codec == "cp1252"))


def _score(sample: bytes, codec: str, common: str) -> float:
    """How much of what is not ASCII reads as letters of the script; capitals inside words speak against it."""
    text = sample.decode(codec, "replace")
    high = [(text[at - 1 : at], char) for at, char in enumerate(text) if char > "\x7f"]
    if not high:
        return 0.0
    score = 0.0
    for before, char in high:
        if char in common:
            score += 1.2 - common.index(char) / len(common) / 2
        elif char.lower() in common and char.isupper():
            score += -0.5 if before.islower() else 0.7
        elif not char.isalpha():
            score -= 0.3
    if codec == "cp1252":  # Latin letters of this kind stand alone among ASCII letters
        alone = sum(1 for run in _HIGH.findall(sample) if len(run) == 1)
        return score / len(high) if alone * 2 > len(_HIGH.findall(sample)) else -1.0
    return score / len(high)


def _han_score(sample: bytes) -> float:
    """The share of pairs of bytes that are common characters: those that GB2312 sorts by sound, and its punctuation."""
    runs = [run for run in _HIGH.findall(sample) if len(run) > 1]
    text = _strictly(sample, "gb18030") or _strictly(sample[:-1], "gb18030")
    if text is None or sum(map(len, runs)) < 2 * _FEW:
        return -1.0
    pairs = [run[at : at + 2] for run in runs for at in range(0, len(run) - 1, 2)]
    common = sum(1 for pair in pairs if 0xB0 <= pair[0] <= 0xD7 or 0xA1 <= pair[0] <= 0xA3)
    whole = sum(1 for run in runs if len(run) % 2 == 0) / len(runs)
    return (1.3 if whole > 0.9 else 0.6) * common / len(pairs)
