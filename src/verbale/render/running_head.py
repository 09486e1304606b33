"""The title as it stands at the head of a page: whole where it fits, else shortened between words with an ellipsis."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verbale.model.document import Document
from verbale.model.node import NodeKind
from verbale.render.selection import visible

_ELLIPSIS = "…"
_WIDEST = 160  # columns: more never fits into the line of a running head
_LEAST = 16  # columns: a shortened title of less says nothing
_NEARLY = 0.7  # of what fits: so much at least is kept to end where the title pauses
_SHORT = 3  # letters of a word that leads on to the next, as "of" and "для"
_BREAKING = re.compile(r"[ \t\r\n\u2000-\u2006\u2008-\u200a\u3000]+")
_PAUSES = frozenset(",;:،؛，；：、。")
_ORDINAL = "第"  # makes an ordinal of the number behind it
_CLOSING = frozenset({"Pe", "Pf", "Po"})
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
# What a shortened title never ends with: spaces, slashes, signs that open something or join it to the next.
_LOOSE = "".join(_PAUSES) + " \u00a0\u202f\u2007.-–—([{（［《“‘«「『/&·"


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One form of a title. Where ``text`` is the longest that fits, ``best`` is set: it ends where the title pauses."""

    text: str
    best: str


def running_forms(document: Document) -> tuple[TitleForm, ...]:
    """The whole title and its shortened forms, longest first; none where the document has no title.

    Without a symbol a title that the first page does not print is no running head: no reader could know it again.
    """
    printed = any(node.kind is NodeKind.TITLE for node in document.nodes)
    if not document.facts.symbol and not printed:
        return ()
    title = _BREAKING.sub(" ", visible(document.facts.title or "")).strip()
    if not title:
        return ()
    cuts = [(title, True, columns(title))]
    for at, pause in _places(title):
        text = title[:at].rstrip(_LOOSE) + _ELLIPSIS
        if len(text) < len(cuts[-1][0]) and not _leads_on(text):
            cuts.append((text, pause, columns(text)))
    cuts = [cut for cut in cuts if cut[2] <= _WIDEST and (cut[0] == title or cut[2] >= _LEAST)]
    return tuple(
        TitleForm(text, next((other for other, ends, size in cuts[at:] if ends and size >= width * _NEARLY), text))
        for at, (text, _, width) in enumerate(cuts)
    )


def fitting_title(document: Document, fits: Callable[[str], bool]) -> str:
    """The title in the form that fits best; empty where none does."""
    return next((form.best for form in running_forms(document) if fits(form.text)), "")


def columns(text: str) -> int:
    """The width of a text in columns: two for a character as wide as it is high, as in Chinese, else one."""
    return sum(2 if is_wide(sign) else unicodedata.category(sign) not in _UNSEEN for sign in text)


def is_wide(sign: str) -> bool:
    """Whether a character is as wide as it is high; words of such characters stand without spaces."""
    return unicodedata.east_asian_width(sign) in "WF"


def _places(title: str) -> Iterator[tuple[int, bool]]:
    """Where the title may be cut, last first, and whether it pauses there.

    A figure is never parted from what it counts or from another figure, nor anything from the sign that closes it.
    """
    for at in range(min(len(title) - 1, 2 * _WIDEST), 0, -1):
        first, second = title[:at].rstrip(" ")[-1:], title[at:].lstrip(" ")[:1]
        wide = is_wide(first) or is_wide(second)
        if not wide and " " not in title[at - 1 : at + 1]:
            continue
        kind = unicodedata.category(second)
        if second not in _PAUSES and kind in (_CLOSING | _UNSEEN):
            continue
        if (first.isdigit() and (wide or second.isdigit())) or first == _ORDINAL:
            continue
        yield at, first in _PAUSES or second in _PAUSES or unicodedata.category(first) in _CLOSING


def _leads_on(text: str) -> bool:
    """Whether a shortened form ends with a little word that leads on to the next."""
    word = text.removesuffix(_ELLIPSIS).rsplit(" ", 1)[-1]
    return word.isalpha() and len(word) <= _SHORT and not word[0].isupper() and not is_wide(word[0])
