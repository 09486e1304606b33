"""What a letter seems to be: whose, of what date, in what language, to which resolutions; for a person to confirm.

In comes the letter as a tree with its annotations, out comes a proposal with the evidence for each part of it. Nothing
is guessed in silence: what was assumed says so, and what could not be told stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale.desk.cycle import Cycle
from verbale.model import Annotation, AnnotationKind, Document, Node, NodeKind

_HEADS = frozenset({NodeKind.SUBHEADING, NodeKind.HEADING})
_FRAME = frozenset({NodeKind.MASTHEAD, NodeKind.TITLE, NodeKind.DOCTYPE, NodeKind.CLOSING, NodeKind.FURNITURE})


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
class Part:
    """A stretch of a letter that answers certain resolutions, by the refs of its units."""

    addresses: tuple[str, ...]
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that a person has to look at before the letter is cut or printed."""

    ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The candidates for each question, the likeliest first; empty where the letter does not say.

    ``reproduced`` are the refs that go into the report, ``framing`` those that do not (letterhead, subject, place and
    date, furniture): together they are the whole letter.
    """

    states: tuple[Evidence, ...]
    dates: tuple[Evidence, ...]
    languages: tuple[Evidence, ...]
    addresses: tuple[Evidence, ...]
    parts: tuple[Part, ...]
    alarms: tuple[Alarm, ...]
    reproduced: tuple[str, ...]
    framing: tuple[str, ...]


def propose(letter: Document, cycle: Cycle, *, sender: str = "", sent: str = "") -> Proposal:
    """What a letter seems to be in a cycle.

    ``sender`` is a State (ISO 3166 alpha-3) that the envelope names, as the address of an e-mail may; ``sent`` the day
    on it in ISO 8601. Both come after what the letter says itself.
    """
    body = [node for node in letter.nodes if node.kind not in _FRAME]
    parts = _parts(letter, body, cycle)
    return Proposal(
        states=_states(letter, sender),
        dates=_dates(letter, sent),
        languages=(Evidence(letter.language, "the language of its text"),) if letter.language else (),
        addresses=_addresses(letter, cycle),
        parts=parts,
        alarms=(*_dangling(letter, parts), *_unknown(letter, cycle)),
        reproduced=tuple(node.ref for node in body),
        framing=tuple(node.ref for node in letter.nodes if node.kind in _FRAME),
    )


def _states(letter: Document, sender: str) -> tuple[Evidence, ...]:
    """The sender in the letterhead; else the envelope; else the States that the text speaks of, the commonest first."""
    found = [Evidence(reply.state, "named as the sender", sure=True) for reply in letter.replies]
    if sender:
        found.append(Evidence(sender, "named on the envelope", sure=True))
    counts: Counter[str] = Counter()
    refs: dict[str, list[str]] = {}
    for one in _of_kind(letter, AnnotationKind.STATE):
        state = one.value.get("iso3")
        if isinstance(state, str) and not one.value.get("in_org_name"):
            counts[state] += 1
            refs.setdefault(state, []).append(one.ref)
    found += [
        Evidence(state, f"named in the text, {count}×", tuple(dict.fromkeys(refs[state])))
        for state, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return _first_of_each(found)


def _dates(letter: Document, sent: str) -> tuple[Evidence, ...]:
    found = [Evidence(reply.date, "the date of the letter") for reply in letter.replies if reply.date]
    if letter.facts.date and len(letter.facts.date) == len("2022-05-09"):
        found.append(Evidence(letter.facts.date, "the date of the letter"))
    if sent:
        found.append(Evidence(sent, "the day it was sent"))
    return _first_of_each(found)


def _addresses(letter: Document, cycle: Cycle) -> tuple[Evidence, ...]:
    """The mandates that the letter cites; where it cites none, those that the note verbale asked about, as assumed."""
    cited: dict[str, list[str]] = {}
    for one in _of_kind(letter, AnnotationKind.CITATION):
        cited.setdefault(str(one.value.get("symbol", "")), []).append(one.ref)
    found = [
        Evidence(mandate.resolution, "cited in the letter", tuple(dict.fromkeys(cited[mandate.resolution])))
        for mandate in cycle.mandates
        if mandate.resolution in cited
    ]
    if found:
        return tuple(found)
    return tuple(Evidence(mandate.resolution, "assumed: asked by the note verbale") for mandate in cycle.called)


def _parts(letter: Document, body: Sequence[Node], cycle: Cycle) -> tuple[Part, ...]:
    """The letter cut at the headings that name a mandate; whole where there are fewer than two such headings.

    What stands before the first of them belongs to every part.
    """
    mandates = {mandate.resolution for mandate in cycle.mandates}
    cuts = [
        (place, named)
        for place, node in enumerate(body)
        if node.kind in _HEADS and (named := _named_in(letter, node, mandates))
    ]
    if len(cuts) < 2:
        named = tuple(found.value for found in _addresses(letter, cycle))
        return (Part(named, tuple(node.ref for node in body)),) if body else ()
    shared = tuple(node.ref for node in body[: cuts[0][0]])
    ends = [place for place, _ in cuts[1:]] + [len(body)]
    return tuple(
        Part(named, (*shared, *(node.ref for node in body[start:end])))
        for (start, named), end in zip(cuts, ends, strict=True)
    )


def _named_in(letter: Document, node: Node, mandates: set[str]) -> tuple[str, ...]:
    cited = (str(one.value.get("symbol")) for one in _of_kind(letter, AnnotationKind.CITATION) if one.ref == node.ref)
    return tuple(symbol for symbol in dict.fromkeys(cited) if symbol in mandates)


def _dangling(letter: Document, parts: Sequence[Part]) -> list[Alarm]:
    """References that point nowhere, or out of the part that they stand in once the letter is cut."""
    alarms = []
    for one in _of_kind(letter, AnnotationKind.REFERENCE):
        target = one.value.get("ref")
        if not isinstance(target, str):
            alarms.append(Alarm(one.ref, f"“{one.text}” points to nothing in this letter"))
        elif any(one.ref in part.refs and target not in part.refs for part in parts):
            alarms.append(Alarm(one.ref, f"“{one.text}” points to a part of the letter that is cut off here"))
    return alarms


def _unknown(letter: Document, cycle: Cycle) -> list[Alarm]:
    """What keeps the letter from being placed without a person: no sender, no date, no mandate of this cycle."""
    alarms = []
    if not letter.replies:
        alarms.append(Alarm("", "the letter does not name its sender in its letterhead"))
    if not letter.facts.date and not any(reply.date for reply in letter.replies):
        alarms.append(Alarm("", "the letter has no date"))
    cited = {one.value.get("symbol") for one in _of_kind(letter, AnnotationKind.CITATION)}
    if cited.isdisjoint(mandate.resolution for mandate in cycle.mandates):
        alarms.append(Alarm("", "the letter cites no resolution of this cycle"))
    return alarms


def _of_kind(letter: Document, kind: AnnotationKind) -> Iterable[Annotation]:
    return (one for one in letter.annotations if one.kind is kind)


def _first_of_each(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without repeats of a value."""
    by_value: dict[str, Evidence] = {}
    for each in found:
        by_value.setdefault(each.value, each)
    return tuple(by_value.values())
