"""What a document says of itself: symbol, date, session, agenda item, when adopted and where."""

from __future__ import annotations

import re
from collections import Counter

from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_day
from verbale.lexicon.folding import fold
from verbale.lexicon.ordinals import find_ordinal
from verbale.lexicon.own_symbols import is_of_unknown_series, number_of_title, symbols_of_line
from verbale.lexicon.sessions import find_sessions
from verbale.lexicon.symbols import find_symbols
from verbale.model.document import Facts
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.structure.letter_frame import find_letter_date
from verbale.structure.lines import Line

_ITEM = re.compile(r"\d{1,3}(?:\s?(?:\(\w{1,3}\)|[a-z\u0621-\u064a]{1,3}\)))?")
_HEAD_LINES = 12  # lines in which the masthead ends
_HEAD_LENGTH = 200  # characters of a line of the masthead
_DATE_LINE, _SESSION_LINE = 120, 160  # characters of a line of the masthead with the date, with the session
_EDGE = 3  # lines from the edge of a page
_OPENING_WORDS = 120  # characters of a decision in which its day and meeting stand
_MEETING = re.compile(
    r"第\s?(\d{1,5})\s?次|(?<![\d/])(\d{1,5})\s?(?:st|nd|rd|th|er?|re|a|ª|-(?:е|м|го))\b|الجلسة(?: العامة)? (\d{1,3})"
)
_SESSION_SYMBOL = re.compile(r"A/(?:(?:RES|DEC)/)?(\d{2,3})/.+")


def find_symbol(lines: list[Line]) -> str | None:
    """The document's own symbol: printed in its masthead, or else in most of its running heads."""
    first = lines[0].page if lines else 1
    for line in lines[:_HEAD_LINES]:
        if line.page == first and (symbol := _masthead_symbol(line.text)):
            return symbol
    heads = Counter(
        symbol
        for i, line in enumerate(lines)
        if len(line.text) <= _HEAD_LENGTH
        for symbol in find_symbols(line.text)
        if _holds(line.text, symbol, whole=True) or (_at_edge(lines, i) and _holds(line.text, symbol, whole=False))
    )
    return heads.most_common(1)[0][0] if heads else None


def _holds(text: str, symbol: str, *, whole: bool) -> bool:
    """Whether a line is the symbol, or opens or ends with it; spaces inside a symbol do not count."""
    bare = re.sub(r"\s+", "", text).strip("*")
    return bare == symbol if whole else bare.startswith(symbol) or bare.endswith(symbol)


def _masthead_symbol(text: str) -> str | None:
    """The symbol on a line that holds nothing else, or nothing but the name of the organisation."""
    if len(text) > _HEAD_LENGTH:  # a line of text, which may hold any number of symbols and is none
        return None
    for one in symbols_of_line(text):
        if not one.rest or (one.last and is_cue(one.rest, "organisation")):
            return one.symbol
    bare = text.strip("* ")
    return bare if is_of_unknown_series(bare) else None


def _at_edge(lines: list[Line], i: int) -> bool:
    """Whether a line is among the first or last of a page after the first."""
    page = lines[i].page
    before = lines[i - _EDGE].page if i >= _EDGE else None
    after = lines[i + _EDGE].page if i + _EDGE < len(lines) else None
    return page != lines[0].page and (before != page or after != page)


def find_facts(symbol: str | None, nodes: list[Node], language: Language | None, profile: str) -> Facts:
    """The facts of the contract, each ``None`` where the document does not print it."""
    mast = [node.text for node in nodes if node.kind in (NodeKind.MASTHEAD, NodeKind.DOCTYPE)]
    closing = [node.text for node in nodes if node.kind is NodeKind.CLOSING]
    title = next((node.text for node in nodes if node.kind is NodeKind.TITLE), None)
    adopts = profile in ("resolution", "decision")
    number = number_of_title(title, language, decision=profile == "decision") if title else None
    decided = (
        next((node.text for node in nodes if node.kind is NodeKind.OPERATIVE), "") if profile == "decision" else ""
    )
    adopted_line = next((text for text in mast if is_cue(text, "adopted_by")), "") or next(
        (text for text in mast if is_cue(text, "resolution_adopted")), ""
    )
    dated = find_day(adopted_line) or find_day(decided[:_OPENING_WORDS])
    adopted = dated or (_last_date(closing) if adopts else None)
    return Facts(
        symbol=symbol or (number[0] if number and adopts else None),
        title=(title[number[1] :] if number else title) if title else None,
        date=_date(nodes, profile) or _masthead_date(mast, adopted_line),
        session=_session_of(symbol) or _session(mast, language),
        agenda_item=_agenda_item(mast),
        adopted=adopted,
        meeting=_meeting([*closing, decided[:_OPENING_WORDS], adopted_line]),
    )


def _date(nodes: list[Node], profile: str) -> str | None:
    return find_letter_date(nodes) if profile in ("reply", "note-verbale") else None


def _masthead_date(mast: list[str], adopted_line: str) -> str | None:
    return next(
        (date for text in mast if text != adopted_line and len(text) < _DATE_LINE and (date := find_day(text))), None
    )


def _last_date(closing: list[str]) -> str | None:
    return next((date for text in reversed(closing) if (date := find_day(text))), None)


def _session(mast: list[str], language: Language | None) -> int | None:
    for text in mast:
        if len(text) < _SESSION_LINE and language and is_cue(text, "session"):
            value = find_ordinal(text, language)
            if value is not None:
                return value
            if sessions := find_sessions(fold(text), language):
                return sessions[0].number
    return None


def _session_of(symbol: str | None) -> int | None:
    """The General Assembly's session out of a symbol such as ``A/77/123``: so numbered since the thirty-first."""
    match = _SESSION_SYMBOL.fullmatch(symbol) if symbol else None
    return int(match[1]) if match else None


def _agenda_item(mast: list[str]) -> str | None:
    for text in mast:
        if len(text) < _HEAD_LENGTH and is_cue(text, "agenda_item") and (found := _ITEM.search(text)):
            return re.sub(r"\s+", " ", found.group())
    return None


def _meeting(closing: list[str]) -> str | None:
    """The number of the meeting, out of the closing lines or a decision's opening words."""
    for text in closing:
        if is_cue(text, "plenary") and (number := _MEETING.search(text)):
            return number[1] or number[2] or number[3]
    return None
