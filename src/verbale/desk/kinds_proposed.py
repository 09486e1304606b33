"""What kind of letter a letter seems to be, and for which group it speaks: read from its own words, for a person.

What a letter asks for it says at its beginning, in its subject, or in the message that carries it. A letter that says
that there is nothing to say is short; one that says so among paragraphs of substance is a reply.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from verbale.desk.answering import FRAME, Evidence
from verbale.desk.letter_kinds import LetterKind
from verbale.lexicon.cues import is_cue
from verbale.lexicon.han import HAN
from verbale.lexicon.letter_signs import LetterSign, find_behalf, find_head_signs, find_letter_signs, is_courtesy
from verbale.lexicon.organisations import find_named_organisation, known_organisations
from verbale.model.document import Document
from verbale.model.node import Node

_OPENING = 4  # paragraphs in which a letter says what it asks for
_HEAD = 3  # units in which a translation says that it is one
_SHORT: Mapping[LetterKind, int] = {
    LetterKind.NIL: 110,
    LetterKind.MORE_TIME: 150,
    LetterKind.ACKNOWLEDGEMENT: 90,
    LetterKind.NONE: 150,
    LetterKind.WITHDRAWAL: 160,
}
"""The words (of Chinese: characters) up to which a letter can be of a kind that leaves no room for substance."""
_ORDER = (
    LetterKind.WITHDRAWAL,
    LetterKind.CORRECTED,
    LetterKind.SUPPLEMENT,
    LetterKind.SIGNED_COPY,
    LetterKind.TRANSLATION,
    LetterKind.MORE_TIME,
    LetterKind.NIL,
    LetterKind.ACKNOWLEDGEMENT,
    LetterKind.NONE,
)
_ALONE = frozenset({LetterKind.NIL, LetterKind.ACKNOWLEDGEMENT})
"""What a letter is only where it says nothing else."""
_STRAY = 120  # words (of Chinese: characters) of a letter that says nothing of what the desk asked
_MATTER = 5  # words of a paragraph that says something
_GROUPS = ("group", "regional")
_OUTRIGHT = frozenset({LetterKind.CORRECTED, LetterKind.SUPPLEMENT, LetterKind.NIL, LetterKind.SIGNED_COPY})
"""What a letter says for itself; the other kinds are for a person to decide, whatever the letter says."""

_CARRIED = frozenset({LetterKind.SIGNED_COPY, LetterKind.TRANSLATION, LetterKind.CORRECTED, LetterKind.SUPPLEMENT})
"""What the mail that brings a letter can say of it."""


def find_kinds(
    letter: Document, body: Sequence[Node], subject: str = "", message: str = "", *, named: bool = True
) -> tuple[Evidence, ...]:
    """The kinds that a letter may be of, the likeliest first; a reply is always among them.

    ``subject`` and ``message`` are what the mail that brought it says; ``named``: it names a mandate of the cycle.
    """
    said = _signs_of(letter, body, (subject, message))
    if {LetterKind.WITHDRAWAL, LetterKind.CORRECTED} <= said.keys() and _has_matter(
        body, LetterKind.WITHDRAWAL, LetterKind.CORRECTED
    ):
        # What cancels and replaces a reply replaces it.
        del said[LetterKind.WITHDRAWAL]
    length = _length(body)
    found = [
        _evidence(kind, *said[kind])
        for kind in _ORDER
        if kind in said and length <= _SHORT.get(kind, length) and not (kind in _ALONE and _has_matter(body, kind))
    ]
    if not found and not named and 0 < length <= _STRAY and not any(is_cue(node.text, "note_sent") for node in body):
        found.append(Evidence(LetterKind.NONE, "it is short, and names neither a mandate nor the note verbale"))
    plain = Evidence(LetterKind.REPLY, "nothing says that it is anything else", sure=not found)
    return (*found, plain)


def _signs_of(
    letter: Document, body: Sequence[Node], carrier: Sequence[str]
) -> dict[LetterKind, tuple[LetterSign, Node | None]]:
    """What a letter says that it is, by the first sign of each kind; ``carrier`` are words of the mail with it."""
    said: dict[LetterKind, tuple[LetterSign, Node | None]] = {}
    for node in _telling(letter, body):
        for sign in find_letter_signs(node.text):
            kind = LetterKind(sign.kind)
            if kind is not LetterKind.TRANSLATION or node in letter.nodes[:_HEAD]:
                said.setdefault(kind, (sign, node))
    for node in letter.nodes[:_HEAD]:
        for sign in find_head_signs(node.text) if node.kind in FRAME else ():
            said.setdefault(LetterKind(sign.kind), (sign, node))
    for text in carrier:
        for sign in find_letter_signs(text):
            if LetterKind(sign.kind) in _CARRIED:
                said.setdefault(LetterKind(sign.kind), (sign, None))
    return said


def _telling(letter: Document, body: Sequence[Node]) -> list[Node]:
    """Where a letter says what it is: its frame, and the beginning of its text; courtesies left out."""
    frame = [node for node in letter.nodes if node.kind in FRAME]
    return [*frame, *body[:_OPENING]]


def _evidence(kind: LetterKind, sign: LetterSign, node: Node | None) -> Evidence:
    where = "" if node else ", in the message that brought it"
    # Who has nothing to say beyond something has said that something.
    more = kind is LetterKind.NIL and node is not None and is_cue(node.text, "beyond")
    outright = kind in _OUTRIGHT and not more
    return Evidence(kind, f"it says “{sign.words}”{where}", (node.ref,) if node else (), outright)


def _has_matter(body: Sequence[Node], *kinds: LetterKind) -> bool:
    """Whether a letter goes on to say something besides that it is of these kinds: courtesies aside."""
    others = (node for node in body if not any(sign.kind in kinds for sign in find_letter_signs(node.text)))
    return any(_length([node]) >= _MATTER and not is_courtesy(node.text) for node in others)


def _length(body: Sequence[Node]) -> int:
    text = " ".join(node.text for node in body)
    return len(HAN.findall(text)) + len(re.findall(r"\w+", HAN.sub(" ", text)))


def find_group(letter: Document, body: Sequence[Node], sender: str) -> str:
    """The group on whose behalf a letter of a State speaks, by its code; empty for none that is known."""
    for node in (*[each for each in letter.nodes if each.kind in FRAME], *body[:_OPENING]):
        code = find_named_organisation(find_behalf(node.text))
        if code and code != sender and known_organisations()[code].kind in _GROUPS:
            return code
    return ""
