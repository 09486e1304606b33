"""The words of a message: soft lines joined, files typed into them taken out, the message they answer kept apart."""

from __future__ import annotations

import binascii
import re
from functools import cache
from typing import NamedTuple

from lxml import etree

from verbale.lexicon.tables import read_words

_FILE = re.compile(r"^begin [0-7]{3,4} (\S[^\n]{0,200})\n(.*?)^(?:`|[ ])?\n?end[ \t]*$\n?", re.M | re.S)
_QUOTED = re.compile(r"^[>|]")
_RULE = re.compile(r"^[\s_\-*=]{5,}$")
_DASHES = r"[-_—*\s]*"
_HEAD_LINES = 8  # lines in which the head of a quoted message stands
_HEAD_FIELDS = 3  # of the fields from, sent, to and subject, from which on lines are the head of a message
_SENT_ON = re.compile(r"\s*(?:fwd?|tr|rv|enc|wg|i|пересл\w*|转发|转寄|إعادة توجيه)\s?[:：]", re.I)
_ANSWER = re.compile(r"\s*(?:re|rép|aw|отв\w*|答复|回复|رد)\s?[:：]", re.I)
_OWN = 8  # words from which on a message says something itself
_QUOTES = (
    "//blockquote[@type='cite']"
    "|//*[contains(concat(' ',@class,' '),' gmail_quote ')]"
    "|//*[contains(@class,'gmail_quote_container')]"
    "|//*[contains(@class,'yahoo_quoted')]|//*[contains(@class,'protonmail_quote')]|//*[contains(@class,'moz-cite-prefix')]"
)
_REPLIES = (
    "//*[@id='divRplyFwdMsg']|//*[@id='appendonsend']|//*[@id='OLK_SRC_BODY_SECTION']"
    "|//*[@id='mail-editor-reference-message-container']"
)
_MAY_QUOTE = re.compile(
    r"blockquote|gmail_quote|divRplyFwdMsg|appendonsend|yahoo_quoted|protonmail|OLK_SRC|moz-cite|mail-editor-ref", re.I
)


class Words(NamedTuple):
    """What the sender wrote, and the message that it answers."""

    own: str
    quoted: str


def join_flowed(text: str, *, delete_space: bool) -> str:
    """Paragraphs of ``format=flowed`` with their soft line breaks undone (RFC 3676)."""
    out: list[str] = []
    depth_before, is_open = -1, False
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        if is_open and depth == depth_before:
            out[-1] += bare
        else:
            out.append("> " * bool(depth) + bare)
        is_open = bare.endswith(" ") and bare != "-- "
        if is_open and delete_space:
            out[-1] = out[-1][:-1]
        depth_before = depth
    return "\n".join(out)


def take_files(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The words without the files that are written into them by uuencode, and these files."""
    if "begin " not in text:
        return text, []
    files: list[tuple[str, bytes]] = []

    def taken(match: re.Match[str]) -> str:
        data = b"".join(_decode_line(line) for line in match[2].split("\n") if line)
        if not data:
            return match[0]
        files.append((match[1].strip(), data))
        return ""

    return _FILE.sub(taken, text.replace("\r\n", "\n")), files


def _decode_line(line: str) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except (binascii.Error, ValueError):
        # Some writers say a wrong length or strip the spaces at the end: what the length says is taken.
        size = (ord(line[0]) - 32) & 63 if line else 0
        try:
            return binascii.a2b_uu(line[: 1 + (size * 4 + 5) // 3])
        except (binascii.Error, ValueError):
            return b""


@cache
def _line_of(*keys: str) -> re.Pattern[str]:
    """A line of the head of a message, as ``From: …`` in any of the six languages; the group is the key."""
    kinds = "|".join(
        f"(?P<{key}>{'|'.join(sorted((re.escape(row['text']) for row in _rows(key)), key=len, reverse=True))})"
        for key in keys
    )
    return re.compile(rf"^[>\s*_\u200e\u200f]*(?:{kinds})[*_]*\s?[:：]", re.I)


@cache
def _named(key: str) -> re.Pattern[str]:
    """A line that announces another message: ``-----Original Message-----``."""
    words = "|".join(re.escape(row["text"]).replace("'", "['’]") for row in _rows(key))
    return re.compile(rf"^{_DASHES}(?:{words}){_DASHES}[:：]?{_DASHES}$", re.I)


@cache
def _wrote() -> re.Pattern[str]:
    words = "|".join(re.escape(row["text"]) for row in _rows("wrote"))
    return re.compile(rf"(?:^|\W)(?:{words})[^:：\n]{{0,120}}[:：]\s*$", re.I)


def _rows(key: str) -> list[dict[str, str]]:
    return [{"text": row["text"]} for row in read_words("mail_words") if row["key"] == key]


def part_quoted(text: str, subject: str = "") -> Words:
    """The words of a plain message, and the message it answers, told by what mail programs write in six languages.

    A message that is sent on is itself what is to be read: its words stay, with the head that says whose it was.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    at, is_forward = _find_original(lines)
    kept, quoted = _without_marks(lines[:at])
    is_answer = _ANSWER.match(subject) is not None
    is_short = len("\n".join(kept).split()) < _OWN and not is_answer
    if at < len(lines) and (is_forward or _SENT_ON.match(subject) or is_short):
        return Words(text, "")
    words = "\n".join(kept).rstrip() + "\n"
    if not words.strip():
        return Words(text, "")
    return Words(words, "\n".join([*quoted, *lines[at:]]).strip()) if quoted or at < len(lines) else Words(text, "")


def _find_original(lines: list[str]) -> tuple[int, bool]:
    """Where another message begins, and whether it is sent on; the end where there is none."""
    for at, line in enumerate(lines):
        if not line.strip() or line.startswith(">"):
            continue
        if _named("forwarded").match(line):
            return at, True
        if _named("original").match(line):
            return at, False
        if _line_of("from").match(line) and _is_head(lines, at):
            return (at - 1 if at and _RULE.match(lines[at - 1]) else at), False
        if _wrote().search(line) and _is_quoted_below(lines, at) and not _is_answered_below(lines, at):
            return (at - 1 if at and _opens(lines, at) else at), False
    return len(lines), False


def _opens(lines: list[str], at: int) -> bool:
    """Whether the line before belongs to the words ``On … wrote:``, which mail programs wrap."""
    before = lines[at - 1].strip()
    return (
        bool(before)
        and not lines[at].lstrip().startswith(("On ", "Le ", "El "))
        and ("@" in before or re.match(r"(?:On|Le|El|在|В|في)\b", before) is not None)
    )


def _is_quoted_below(lines: list[str], at: int) -> bool:
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    return bool(_QUOTED.match(below)) or "@" in lines[at] or (at > 0 and "@" in lines[at - 1])


def _is_answered_below(lines: list[str], at: int) -> bool:
    """Whether words of the sender stand below or between the lines that are quoted."""
    below = [line for line in lines[at + 1 :] if line.strip()]
    return any(_QUOTED.match(line) for line in below) and any(not _QUOTED.match(line) for line in below)


def _is_head(lines: list[str], at: int) -> bool:
    fields = _line_of("from", "sent", "to", "subject", "copied")
    found = {match.lastgroup for line in lines[at : at + _HEAD_LINES] if (match := fields.match(line))}
    return len(found - {"copied"}) >= _HEAD_FIELDS


def _without_marks(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines that are not quoted with ``>``, and those that are, with the words that announce them."""
    if not any(line.startswith(">") for line in lines):
        return lines, []
    kept: list[str] = []
    quoted: list[str] = []
    for at, line in enumerate(lines):
        if line.startswith(">From "):
            kept.append(line[1:])
        elif line.startswith(">") or (_wrote().search(line) and _is_quoted_below(lines, at)):
            quoted.append(line)
        else:
            kept.append(line)
    return kept, quoted


def part_quoted_html(markup: str) -> Words:
    """The same of a message in HTML: by the elements in which mail programs put what they quote."""
    if not _MAY_QUOTE.search(markup):
        return Words(markup, "")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return Words(markup, "")
    if root is None:
        return Words(markup, "")
    quoted: list[str] = []
    for mark in _elements(root, _REPLIES):
        for element in [mark, *mark.itersiblings()]:
            _cut(element, quoted)
    for element in _elements(root, _QUOTES):
        _cut(element, quoted)
    if len(_words_in(root).split()) < _OWN:
        return Words(markup, "")
    return Words(etree.tostring(root, encoding="unicode", method="html"), "\n".join(quoted))


def _cut(element: etree._Element, quoted: list[str]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    quoted.append(" ".join(_words_in(element).split()))
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _elements(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path)
    return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []


def _words_in(element: etree._Element) -> str:
    return " ".join(map(str, element.itertext()))
