"""How a letter relates to what a cycle holds: a copy, a version of a reply, a letter of its own about one, or new.

A letter is joined to a reply only where its sender is certain and is that of a reply which was confirmed. What it then
is stays a proposal: nothing that was confirmed changes before a person says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache, refs_of_words
from verbale.app.letter_reading import Letter, count_words
from verbale.desk.cases import ReplyCase, ReplyStage
from verbale.desk.commands import Channel
from verbale.desk.doubt import Alarm
from verbale.desk.intake import Proposal
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import ReadFailed, Refused, StoreBroken
from verbale.lexicon.dates import find_days
from verbale.lexicon.folding import fold

_OPENING = 6  # units in which a letter says which letter it is about
_SAME, _NEARLY = 1.0, 0.95  # of the characters of two texts: the same words, and a copy with slips of recognition
_JOINED = frozenset({LetterKind.REPLY, LetterKind.CORRECTED, LetterKind.SIGNED_COPY})


@dataclass(frozen=True, slots=True)
class Relation:
    """What a letter seems to be to a cycle.

    ``how`` is ``new``, ``version`` or ``copy``, ``case`` the one it belongs to (empty for a new one), ``kind`` what it
    is, ``sure`` whether it says so outright and nothing speaks against it, ``about`` the case of the reply it is about.
    """

    how: str
    case: str
    kind: LetterKind
    sure: bool
    reason: str
    about: str = ""
    alarms: tuple[Alarm, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """What the account that sends a letter is known to be: it speaks for a State, and ``own`` are the cases it sees.

    ``kind`` is what it says that the letter is, ``about`` which of its cases it corrects or supplements.
    """

    state: str
    own: frozenset[str] = frozenset()
    kind: LetterKind | None = None
    about: str = ""


def certain_authors(proposal: Proposal) -> tuple[str, ...]:
    """Who sends a letter, where it or its envelope says so outright; several where they sign together."""
    if len(proposal.joint) > 1:
        return proposal.joint
    return (proposal.states[0].value,) if proposal.states and proposal.states[0].sure else ()


def relate(folder: CycleFolder, letter: Letter, proposal: Proposal, besides: str = "") -> Relation:
    """How a letter relates to a cycle, its case ``besides`` not counted."""
    for reply in folder.replies:
        if reply.id != besides and any(version.sha256 == letter.sha256 for version in reply.versions):
            return Relation("copy", reply.id, reply.kind, sure=True, reason="its bytes are held already")
    earlier = _earlier(folder, proposal, besides)
    first = proposal.kinds[0]
    kind, sure, reason = LetterKind(first.value), first.sure, first.reason
    about, matched = _about(letter, earlier)
    if about and (same := _likeness(folder, letter, proposal, about)) >= _NEARLY:
        kind, sure = LetterKind.SIGNED_COPY, same == _SAME
        reason = f"{'the same words' if sure else f'{same:.0%} of the words'} as in {about.id}"
    elif about and not count_words(letter.document):
        kind, sure, reason = LetterKind.SIGNED_COPY, False, f"it has no words, and {about.id} is held"
    elif kind is LetterKind.SIGNED_COPY and about is None:
        kind, sure, reason = LetterKind.REPLY, True, "no text of the sender is held that it would be a copy of"
    relation = Relation("new", "", kind, sure, reason, about.id if about else "")
    return _joined(relation, about, earlier, matched=matched)


def relate_sent(folder: CycleFolder, letter: Letter, proposal: Proposal, sender: Sender) -> Relation:
    """How a letter relates that the account of a State sends: it never comes to a case that is not its own.

    Raises ``Refused`` where its bytes are held in such a case, or it is said to be about one.
    """
    held = find_held(folder, letter.sha256, sender)
    if held is not None:
        return Relation("copy", held.id, held.kind, sure=True, reason="its bytes are held already")
    if sender.about:
        if sender.about not in sender.own:
            raise Refused(sender.about, "correct", "there is no such letter of yours")
        kind = sender.kind or LetterKind.CORRECTED
        joined = kind in _JOINED
        case, how = (sender.about, "version") if joined else ("", "new")
        found = Relation(how, case, kind, sure=True, reason="its sender says so", about=sender.about)
    else:
        found = relate(folder, letter, proposal)
        if (found.about or found.case) and not {found.about, found.case} - {""} <= sender.own:
            found = Relation("new", "", sender.kind or LetterKind.REPLY, sure=False, reason="its sender says so")
    others = certain_authors(proposal)
    if not others or sender.state in others:
        return found
    named = ", ".join(others)
    alarm = Alarm("", f"it was sent for {sender.state}, and its words name {named} as the sender")
    return _with(found, alarms=[*found.alarms, alarm], how=found.how, case=found.case)


def find_held(folder: CycleFolder, sha256: str, sender: Sender | None) -> ReplyCase | None:
    """The case that holds some bytes. Raises ``Refused`` where that is none of its sender's."""
    held = next((one for one in folder.replies if any(each.sha256 == sha256 for each in one.versions)), None)
    if held is not None and sender is not None and held.id not in sender.own:
        reason = "these very bytes were received before, by another way; ask the office what became of them"
        raise Refused(folder.address.name, "receive", reason)
    return held


def sent_authors(proposal: Proposal, sender: Sender | None) -> tuple[str, ...]:
    """Who signs a letter as it says itself; the State of its sender where it does not say, or names others alone."""
    named = certain_authors(proposal)
    return named if sender is None or sender.state in named else (sender.state,)


def _joined(relation: Relation, about: ReplyCase | None, earlier: Sequence[ReplyCase], *, matched: bool) -> Relation:
    """The relation with its case where the letter is a version of a reply, and with what is in doubt of it."""
    kind, alarms = relation.kind, list(relation.alarms)
    if about is None:
        if kind is LetterKind.SUPPLEMENT or kind.needs_another:
            alarms.append(Alarm("", f"no reply of the sender is held that a {kind} would be about"))
        return _with(relation, alarms=alarms)
    if kind is LetterKind.REPLY:
        alarms.append(Alarm("", f"{about.id} is held of the same sender on the same: this would take its place"))
    elif len(earlier) > 1 and not matched:
        alarms.append(Alarm("", f"several replies of the sender are held: see which this {kind} is about"))
    elif kind is LetterKind.SIGNED_COPY and not relation.sure:
        alarms.append(Alarm("", f"it may be the signed copy of {about.id}: {relation.reason}"))
    if kind in _JOINED:
        return _with(relation, alarms=alarms, how="version", case=about.id)
    return _with(relation, alarms=alarms)


def _with(relation: Relation, *, alarms: Sequence[Alarm], how: str = "new", case: str = "") -> Relation:
    return Relation(how, case, relation.kind, relation.sure, relation.reason, relation.about, tuple(alarms))


def _earlier(folder: CycleFolder, proposal: Proposal, besides: str) -> list[ReplyCase]:
    """The replies of the same authors on the same resolutions, those too whose authors were only stated."""
    authors = certain_authors(proposal)
    wanted = {found.value for found in proposal.addresses}
    return [
        reply
        for reply in folder.replies
        if reply.id != besides
        and reply.stage is not ReplyStage.SET_ASIDE
        and authors
        and set(authors) == set(reply.authors)
        and (wanted & set(reply.addresses) or not reply.addresses)
    ]


def _about(letter: Letter, earlier: Sequence[ReplyCase]) -> tuple[ReplyCase | None, bool]:
    """The reply that a letter is about, and whether it names its date: the one it names, else the latest."""
    days = {
        found.iso for node in letter.document.nodes[:_OPENING] for found in find_days(node.text) if not found.calendar
    }
    named = [reply for reply in earlier if {one.dated for one in reply.confirmed.values()} & days]
    if named:
        return named[-1], True
    return (earlier[-1] if earlier else None), False


def _likeness(folder: CycleFolder, letter: Letter, proposal: Proposal, about: ReplyCase) -> float:
    """How much of the words of a letter is the same as those that are held of a reply: 1 where all is."""
    version = about.standing
    if version.unread or version.channel == Channel.PRINT or not version.words:
        return 0.0
    try:
        held, wanted = refs_of_words(about, version, DocumentCache(folder))
    except (StoreBroken, ReadFailed):
        return 0.0
    before = _words(node.text for node in held.nodes if node.ref in wanted)
    kept = set(proposal.reproduced)
    after = _words(node.text for node in letter.document.nodes if node.ref in kept)
    if not before or not after:
        return 0.0
    if before == after:
        return 1.0
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return min(0.99, matcher.ratio()) if matcher.quick_ratio() >= _NEARLY else 0.0


def _words(texts: Iterable[str]) -> list[str]:
    """Words without what printing varies; of Chinese each character."""
    joined = fold(" ".join(texts))
    return re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", joined)
