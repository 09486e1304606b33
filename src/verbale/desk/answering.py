"""Which mandates of a cycle a letter answers, each with the evidence.

A resolution is named by its number or by its title. What the subject, the opening and the headings name is answered;
what is only cited on the way is told apart, for a State may speak of one resolution in its reply on another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from verbale.desk.cycle import Cycle
from verbale.lexicon.cited_resolutions import find_cited_resolutions
from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_days
from verbale.lexicon.folding import fold
from verbale.lexicon.han import HAN
from verbale.lexicon.letter_signs import is_courtesy
from verbale.lexicon.sentences import ENDS_SENTENCE
from verbale.model.annotation import AnnotationKind
from verbale.model.document import Document
from verbale.model.node import Node, NodeKind

FRAME = frozenset({NodeKind.MASTHEAD, NodeKind.TITLE, NodeKind.DOCTYPE, NodeKind.CLOSING, NodeKind.FURNITURE})
_HEADS = frozenset({NodeKind.SUBHEADING, NodeKind.HEADING})
_OPENING = 2  # paragraphs, the second where the first names nothing
_DISTINCT = 30  # folded characters; a longer title is no turn of speech
_HAN_DISTINCT = 12  # characters; Chinese says in one what takes two or three letters
_QUOTED = re.compile("[\"'\u00ab\u300a\u2018]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why something is proposed: ``refs`` are the units that say so, ``reason`` is for people.

    ``sure``: the letter or its envelope says so outright; otherwise it was counted or assumed.
    """

    value: str
    reason: str
    refs: tuple[str, ...] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """The resolutions ``proposed`` as answered, in the order of the cycle, and those cited ``besides``.

    ``named``: the letter names them, by number or title, or the note verbale that asked; otherwise they are assumed.
    What is cited besides is ``sure`` not to be answered where the letter only says how its State voted on it. ``heads``
    are the resolutions that a heading names, by its ref.
    """

    proposed: tuple[Evidence, ...]
    besides: tuple[Evidence, ...]
    named: bool
    heads: Mapping[str, tuple[str, ...]]

    def headed(self, node: Node) -> tuple[str, ...]:
        """The resolutions that a unit names as a heading; empty where it is no such heading."""
        return self.heads.get(node.ref, ())


def find_answers(
    letter: Document, cycle: Cycle, titles: Mapping[str, Iterable[str]], subject: str = "", message: str = ""
) -> Answers:
    """What a letter answers of a cycle; ``titles`` are those of the resolutions, ``subject`` that of the e-mail.

    What the words of the ``message`` name counts where the letter itself names nothing.
    """
    naming = _Naming(letter, tuple(mandate.resolution for mandate in cycle.mandates), titles)
    body = [node for node in letter.nodes if node.kind not in FRAME and node.kind is not NodeKind.FOOTNOTE]
    heads = {node.ref: named for node in body if (named := naming.by_head(node))}
    first = _answered_outright(letter, body, naming, heads, subject)
    cited = _gather(naming.cited, body)
    chosen = first or _gather(naming.titled, body) or cited
    if not chosen and (named := naming.by_number(message) or naming.by_title(message)):
        reason = "named in the message that brought it"
        ordered = (one for one in naming.resolutions if one in named)
        return Answers(tuple(Evidence(each, reason, (), sure=True) for each in ordered), (), True, heads)
    if not chosen:
        if answered := _names_call(letter, cycle):
            reason = f"asked by the note verbale of {cycle.calendar.note}, which it answers"
            called = (Evidence(each.resolution, reason, (answered,), sure=True) for each in cycle.called)
            return Answers(tuple(called), (), True, heads)
        assumed = (Evidence(each.resolution, "assumed: asked by the note verbale") for each in cycle.called)
        return Answers(tuple(assumed), (), False, heads)
    reason = "named in the subject, the opening or a heading" if first else "named in the text"
    return Answers(
        tuple(Evidence(each, reason, chosen[each], sure=True) for each in naming.resolutions if each in chosen),
        tuple(
            Evidence(each, "cited", cited[each], sure=bool(first) and _is_vote(cited[each], body))
            for each in naming.resolutions
            if each in cited.keys() - chosen
        ),
        True,
        heads,
    )


def _names_call(letter: Document, cycle: Cycle) -> str:
    """The unit of a letter that names the note verbale of the cycle by its day or reference; empty for none.

    One that cites a resolution of no mandate may answer another note.
    """
    cited = (str(one.value.get("symbol", "")) for one in letter.annotations if one.kind is AnnotationKind.CITATION)
    if any("/RES/" in symbol for symbol in cited):
        return ""
    day = cycle.calendar.note.isoformat()
    for node in letter.nodes:
        if is_cue(node.text, "note_sent"):
            by_reference = bool(cycle.reference) and cycle.reference in node.text
            if by_reference or any(found.iso == day for found in find_days(node.text)):
                return node.ref
    return ""


def _is_vote(refs: Sequence[str], body: Sequence[Node]) -> bool:
    """Whether a resolution is cited in the last sentence of a letter alone, to say how the State voted on it."""
    substance = [node for node in body if not is_courtesy(node.text)]
    if not substance or set(refs) != {substance[-1].ref}:
        return False
    last = substance[-1]
    return len(ENDS_SENTENCE.findall(last.text.rstrip())) <= 1 and is_cue(last.text, "voted")


class _Naming:
    """How the resolutions of a cycle are named in one letter."""

    def __init__(self, letter: Document, resolutions: tuple[str, ...], titles: Mapping[str, Iterable[str]]) -> None:
        self.resolutions = resolutions
        self._titles = {one: [_plain(title) for title in titles.get(one, ())] for one in resolutions}
        self._cited: dict[str, list[str]] = {}
        for one in letter.annotations:
            if one.kind is AnnotationKind.CITATION and isinstance(symbol := one.value.get("symbol"), str):
                self._cited.setdefault(one.ref, []).append(symbol)

    def cited(self, node: Node) -> tuple[str, ...]:
        """By number, as it was found in the unit; in the masthead nothing was looked for."""
        if node.kind is NodeKind.MASTHEAD:
            return self.by_number(node.text)
        return self._known(self._cited.get(node.ref, ()))

    def by_number(self, text: str) -> tuple[str, ...]:
        """By number, in words that are no unit of the letter."""
        return self._known(find_cited_resolutions(text))

    def by_title(self, text: str) -> tuple[str, ...]:
        """By title, wherever it stands in a line of its own."""
        plain = _plain(text)
        return tuple(one for one, titles in self._titles.items() if any(title in plain for title in titles))

    def titled(self, node: Node) -> tuple[str, ...]:
        """By title in running text: long enough to be nothing else, or in quotation marks."""
        plain, folded = _plain(node.text), fold(node.text)
        return tuple(
            one
            for one, titles in self._titles.items()
            if any(title in plain and (_is_distinct(title) or _is_quoted(title, folded)) for title in titles)
        )

    def by_head(self, node: Node) -> tuple[str, ...]:
        """As a heading: a number in one, or a title alone on its line however it is set."""
        if node.kind in _HEADS and (cited := self.cited(node)):
            return cited
        alone = _plain(node.text.removeprefix(node.label or "").strip(" .)"))
        return tuple(one for one, titles in self._titles.items() if alone in titles)

    def _known(self, cited: Iterable[str]) -> tuple[str, ...]:
        return tuple(symbol for symbol in dict.fromkeys(cited) if symbol in self.resolutions)


def _answered_outright(
    letter: Document, body: Sequence[Node], naming: _Naming, heads: Mapping[str, tuple[str, ...]], subject: str
) -> dict[str, tuple[str, ...]]:
    """What the frame, the opening paragraphs and the headings name, by number before by title."""
    frame = [node for node in letter.nodes if node.kind in FRAME]
    found = _gather(naming.cited, frame)
    for one in naming.by_number(subject):
        found.setdefault(one, ())
    for place, node in enumerate(body[:_OPENING]):
        if place == 0 or not found:
            _join(found, _gather(naming.cited, [node]))
    _join(found, _gather(naming.cited, [n for n in body if n.kind in _HEADS or is_cue(n.text, "as_regards")]))
    if found:
        return found
    for ref, named in heads.items():
        _join(found, dict.fromkeys(named, (ref,)))
    _join(found, _gather(lambda node: naming.by_title(node.text), frame))
    for one in naming.by_title(subject):
        found.setdefault(one, ())
    return found


def _gather(naming: Callable[[Node], tuple[str, ...]], nodes: Iterable[Node]) -> dict[str, tuple[str, ...]]:
    """The resolutions that units name, each with the refs of the units."""
    found: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        _join(found, dict.fromkeys(naming(node), (node.ref,)))
    return found


def _join(found: dict[str, tuple[str, ...]], more: Mapping[str, tuple[str, ...]]) -> None:
    for one, refs in more.items():
        found[one] = tuple(dict.fromkeys((*found.get(one, ()), *refs)))


def _plain(text: str) -> str:
    """Folded and without quotation marks, which titles have and leave out."""
    return re.sub(r"\s+", " ", re.sub("[\"'\u300a\u300b]", "", fold(text))).strip()


def _is_distinct(title: str) -> bool:
    return len(title) >= (_HAN_DISTINCT if HAN.search(title) else _DISTINCT)


def _is_quoted(title: str, folded: str) -> bool:
    return re.search(_QUOTED.pattern + r"\s*" + re.escape(title), folded) is not None
