"""What a letter seems to be: whose, of what date, in what language, to which resolutions; for a person to confirm.

In comes the letter as a tree with its annotations, out comes a proposal with the evidence for each part of it. Nothing
is guessed in silence: what was assumed says so, and what could not be told stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from verbale.desk.answering import FRAME, Answers, Evidence, find_answers
from verbale.desk.certainty import find_other_day, is_undated, says_joint, says_little
from verbale.desk.cycle import Cycle
from verbale.desk.doubt import Alarm, AlarmKind, find_doubts
from verbale.desk.kinds_proposed import find_group, find_kinds
from verbale.desk.language_runs import LanguageRun, find_languages, find_runs, is_original_marked
from verbale.desk.letter_kinds import LetterKind
from verbale.lexicon.cues import is_cue
from verbale.lexicon.han import HAN
from verbale.lexicon.organisations import find_named_organisation
from verbale.lexicon.other_languages import find_any_language
from verbale.lexicon.sentences import ENDED
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_OPENING, _SHORT = 6, 80  # units that open a letter, and the characters of a mark such as "provisional text"
_LONGEST_NAME = 120  # characters of a line that may be a letterhead; a longer one is a sentence
_SENTENCE, _HAN_SENTENCE = 60, 24  # characters from which on a line of the frame is a sentence, in Chinese the second
_LEADING = 3  # how many mentions more the State counts for that a bare text names first


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A stretch of a letter that answers certain resolutions, by the refs of its units."""

    addresses: tuple[str, ...]
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The candidates for each question, the likeliest first; empty where the letter does not say.

    ``states`` are authors: States, and organisations that the desk knows, by their codes. ``joint`` are all that sign
    together, ``group`` the group on whose behalf the first of them speaks. ``reproduced`` are the refs that go into the
    report, ``framing`` those that do not (letterhead, subject, place and date, furniture): together they are the whole
    letter. ``undated``: nothing dates the letter, and it has the day of its receipt. ``runs`` are its versions, where
    it has one in each of several languages.
    """

    kinds: tuple[Evidence, ...]
    states: tuple[Evidence, ...]
    joint: tuple[str, ...]
    group: str
    dates: tuple[Evidence, ...]
    languages: tuple[Evidence, ...]
    addresses: tuple[Evidence, ...]
    parts: tuple[LetterPart, ...]
    alarms: tuple[Alarm, ...]
    reproduced: tuple[str, ...]
    framing: tuple[str, ...]
    undated: bool = False
    runs: tuple[LanguageRun, ...] = ()

    @property
    def own_refs(self) -> tuple[str, ...]:
        """What of ``reproduced`` is the original, where the letter itself says that the rest is a translation of it."""
        return self.runs[0].refs if is_original_marked(self.runs) else self.reproduced


@dataclass(frozen=True, slots=True)
class Envelope:
    """What an e-mail says of the letter it carries: all of it comes after what the letter says itself.

    ``sender`` is a State (ISO 3166 alpha-3), ``sent`` a day in ISO 8601, ``words`` what the message itself says.
    ``alone``: the letter is all that it carries, so that what it says of resolutions it says of this letter.
    """

    sender: str = ""
    sent: str = ""
    subject: str = ""
    words: str = ""
    alone: bool = True

    @property
    def on_letter(self) -> tuple[str, str]:
        """Subject and words, where they are of this letter and no other."""
        return (self.subject, self.words) if self.alone else ("", "")


def propose(
    letter: Document, cycle: Cycle, titles: Mapping[str, Iterable[str]] | None = None, envelope: Envelope | None = None
) -> Proposal:
    """What a letter seems to be in a cycle. ``titles`` are those of each mandate's resolution, in any language."""
    envelope = envelope or Envelope()
    body = [node for node in letter.nodes if node.kind not in FRAME]
    answers = find_answers(letter, cycle, titles or {}, *envelope.on_letter)
    parts, runs = _parts(letter, body, answers), find_runs(body)
    languages = _languages(letter, body, runs)
    kinds = find_kinds(letter, body, envelope.subject, envelope.words, named=answers.named)
    sender = _organisation(letter)
    known = (sender and find_named_organisation(sender.text)) or ""
    states = _states(letter, envelope.sender, known) if known or not sender else ()
    group = find_group(letter, body, states[0].value if states else "")
    dates = _dates(letter, cycle, envelope.sent)
    undated = not dates and is_undated(letter)
    return Proposal(
        kinds=kinds,
        states=states,
        joint=tuple(reply.state for reply in letter.replies),
        group=group,
        dates=dates,
        languages=languages,
        addresses=_certain(answers.proposed, cycle),
        parts=parts,
        alarms=(
            *_dangling(letter, parts),
            *_unsigned(letter, known or envelope.sender),
            *([] if undated else _unclear_date(letter, envelope.sent)),
            *_unnamed(letter, answers, cycle),
            *_set_otherwise(letter),
            *_shared(letter, body, sender, known, languages),
            *_unusual(kinds, group, _unsaid(kinds, body, dates, cycle)),
            *find_doubts(letter.findings),
        ),
        reproduced=tuple(node.ref for node in body),
        framing=tuple(node.ref for node in letter.nodes if node.kind in FRAME),
        undated=undated,
        runs=runs,
    )


def _certain(proposed: Sequence[Evidence], cycle: Cycle) -> tuple[Evidence, ...]:
    """What a letter answers is certain where it says so, and where the note verbale asks about nothing else."""
    alone = len(cycle.called) == 1
    return tuple(replace(one, sure=True) if alone and not one.sure else one for one in proposed)


def _unusual(kinds: Sequence[Evidence], group: str, unsaid: Sequence[Alarm]) -> list[Alarm]:
    """A letter that does not say outright what kind of letter it is, or speaks for a group."""
    first = kinds[0]
    told = [] if first.sure else [Alarm("", f"it may be a letter of the kind {first.value}: {first.reason}")]
    alarms = [*told, *unsaid]
    return [*alarms, Alarm("", f"it speaks on behalf of a group ({group}): see who is meant")] if group else alarms


def _unsaid(kinds: Sequence[Evidence], body: Sequence[Node], dates: Sequence[Evidence], cycle: Cycle) -> list[Alarm]:
    """What looks like a reply because nothing says that it is another letter, and may be one all the same."""
    if kinds[0].value != LetterKind.REPLY:
        return []
    alarms = []
    if day := find_other_day(body, [one.value for one in dates], cycle.calendar.note):
        reason = f"its opening speaks of {day}: see whether it is about an earlier letter, or asks for more time"
        alarms.append(Alarm("", reason))
    if says_little(body):
        alarms.append(Alarm("", "it says hardly more than its opening: see whether it is a reply"))
    return alarms


def _states(letter: Document, sender: str, organisation: str) -> tuple[Evidence, ...]:
    """The sender in the letterhead; else the envelope; else the States that the text speaks of, the commonest first."""
    found = [Evidence(reply.state, "named as the sender", sure=True) for reply in letter.replies]
    if organisation:
        return (*found, Evidence(organisation, "named as the sender", sure=True))
    if sender:
        found.append(Evidence(sender, "named on the envelope", sure=True))
    counts: Counter[str] = Counter()
    refs: dict[str, list[str]] = {}
    for one in _of_kind(letter, AnnotationKind.STATE):
        state = one.value.get("iso3")
        if isinstance(state, str) and not one.value.get("in_org_name"):
            # A bare text speaks of its own State first.
            counts[state] += 1 if refs else 1 + _LEADING
            refs.setdefault(state, []).append(one.ref)
    found += [
        Evidence(state, f"named in the text, {len(refs[state])}×", tuple(dict.fromkeys(refs[state])))
        for state, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return _first_of_each(found)


def _organisation(letter: Document) -> Node | None:
    """The line above or under the text with the organisation that sends the letter, where no State does."""
    if letter.replies:
        return None
    framing = [node for node in letter.nodes if node.kind in FRAME and len(node.text) <= _LONGEST_NAME]
    named = (node for node in framing if is_cue(node.text, "organisation_sender"))
    known = (node for node in framing if find_named_organisation(node.text) and not is_cue(node.text, "secretariat"))
    return next(named, None) or next(known, None)


def _languages(letter: Document, body: Sequence[Node], runs: Sequence[LanguageRun]) -> tuple[Evidence, ...]:
    """The language of the letter; of one in two, first the one it begins in, which a translation then follows.

    Languages beyond the six are told as well.
    """
    several = find_languages(body)
    if len(several) > 1:
        if is_original_marked(runs):
            original = Evidence(several[0], "what follows in another language says that it is a translation", sure=True)
            return (original, *(Evidence(each, "a translation in it") for each in several[1:]))
        return tuple(Evidence(each, "begins in it" if each is several[0] else "also in it") for each in several)
    found = several[0] if several else letter.language or find_any_language(" ".join(node.text for node in body))
    return (Evidence(str(found), "the language of its text", sure=True),) if found else ()


def _shared(
    letter: Document, body: Sequence[Node], organisation: Node | None, known: str, languages: Sequence[Evidence]
) -> list[Alarm]:
    """What is not a letter of one State, in one official language."""
    alarms = []
    if len(letter.replies) > 1:
        states = ", ".join(reply.state for reply in letter.replies)
        alarms.append(Alarm("", f"the letter is of several States together: {states}"))
    elif len(letter.replies) == 1 and says_joint(letter, body):
        state = letter.replies[0].state
        alarms.append(Alarm("", f"the letter speaks of a joint reply, and only {state} was found among its authors"))
    if organisation and not known:
        reason = f"“{organisation.text}” is an organisation that the desk does not know: no author is proposed"
        alarms.append(Alarm(organisation.ref, reason))
    if len(languages) > 1 and not languages[0].sure:
        named = " and ".join(found.value for found in languages)
        alarms.append(
            Alarm("", f"the letter is written in {len(languages)} languages, {named}: see which is the original")
        )
    if languages and languages[0].value not in set(Language):
        code = languages[0].value
        alarms.append(Alarm("", f"the letter is in no official language ({code}): it is printed in translation"))
    return alarms


def _dates(letter: Document, cycle: Cycle, sent: str) -> tuple[Evidence, ...]:
    """The day of the letter, else the day it was sent; the day of the note verbale that it answers is neither."""
    found = [Evidence(reply.date, "the date of the letter", sure=True) for reply in letter.replies if reply.date]
    if letter.facts.date and len(letter.facts.date) == len("2022-05-09"):
        found.append(Evidence(letter.facts.date, "the date of the letter", sure=not _is_converted(letter)))
    if sent:
        found.append(Evidence(sent, "the day it was sent", sure=True))
    note = cycle.calendar.note.isoformat() if cycle.calendar.note else ""
    return _first_of_each(each for each in found if each.value != note)


def _is_converted(letter: Document) -> bool:
    """Whether no day of the common calendar dates the letter: one of another calendar may be a day off."""
    return bool(letter.replies) and not any(reply.date for reply in letter.replies)


def _parts(letter: Document, body: Sequence[Node], answers: Answers) -> tuple[LetterPart, ...]:
    """The letter cut at the headings that name a mandate; whole where there are fewer than two such headings.

    What stands before the first of them belongs to every part.
    """
    named = [answers.headed(node) for node in body]
    cuts = [place for place, resolutions in enumerate(named) if resolutions]
    if len(cuts) < 2:
        proposed = tuple(found.value for found in answers.proposed)
        return (LetterPart(proposed, tuple(node.ref for node in body)),) if body else ()
    shared = tuple(node.ref for node in body[: cuts[0]])
    return tuple(
        LetterPart(named[start], (*shared, *(node.ref for node in body[start:end])))
        for start, end in zip(cuts, [*cuts[1:], len(body)], strict=True)
    )


def _dangling(letter: Document, parts: Sequence[LetterPart]) -> list[Alarm]:
    """References that point nowhere, or out of the part that they stand in once the letter is cut."""
    alarms = []
    for one in _of_kind(letter, AnnotationKind.REFERENCE):
        target = one.value.get("ref")
        if not isinstance(target, str):
            alarms.append(Alarm(one.ref, f"“{one.text}” points to nothing in this letter", AlarmKind.WORDS))
        elif any(one.ref in part.refs and target not in part.refs for part in parts):
            alarms.append(Alarm(one.ref, f"“{one.text}” points to a part of the letter that is cut off here"))
    return alarms


def _unsigned(letter: Document, sender: str) -> list[Alarm]:
    """A letter that does not say whose it is; what the envelope says counts: its ``sender``."""
    if letter.replies or sender:
        return []
    return [Alarm("", "the letter does not name its sender in its letterhead")]


def _unclear_date(letter: Document, sent: str) -> list[Alarm]:
    """A letter that does not say its date plainly, in a message that was not ``sent`` on any day."""
    if letter.facts.date and _is_converted(letter):
        return [Alarm("", f"the letter is dated by another calendar: {letter.facts.date} may be a day off")]
    if letter.facts.date or sent or any(reply.date for reply in letter.replies):
        return []
    return [Alarm("", "the letter has no date, and something in it may be one")]


def _unnamed(letter: Document, answers: Answers, cycle: Cycle) -> list[Alarm]:
    """A letter that names no mandate; what is cited besides was not taken for what is answered.

    One that names the note verbale and no resolution at all answers all that the note asked about, where that is one.
    """
    alarms = []
    if not answers.named:
        cited = (str(one.value.get("symbol", "")) for one in _of_kind(letter, AnnotationKind.CITATION))
        elsewhere = any("/RES/" in symbol for symbol in cited)
        called = any(is_cue(node.text, "note_sent") for node in letter.nodes)
        if len(cycle.called) != 1 or elsewhere or not called:
            alarms.append(Alarm("", "the letter cites no resolution of this cycle"))
    for each in answers.besides:
        if not each.sure:
            reason = f"{each.value} is cited too, and was not taken for a resolution answered"
            alarms.append(Alarm(each.refs[0], reason))
    return alarms


def _set_otherwise(letter: Document) -> list[Alarm]:
    """What stands at the head or foot of a letter and is more than its frame."""
    return [*_provisional(letter), *_withheld(letter)]


def _provisional(letter: Document) -> list[Alarm]:
    """What the State calls provisional, at its head."""
    return [
        Alarm(node.ref, f"“{node.text}”: the State calls its text provisional")
        for node in letter.nodes[:_OPENING]
        if len(node.text) <= _SHORT and is_cue(node.text, "provisional")
    ]


def _withheld(letter: Document) -> list[Alarm]:
    """What was taken to frame the letter and reads as a sentence of it: it would not be reproduced."""
    return [
        Alarm(node.ref, f"“{node.text}” is taken to frame the letter, and would not be reproduced", AlarmKind.WORDS)
        for node in letter.nodes
        if node.kind in (NodeKind.MASTHEAD, NodeKind.TITLE, NodeKind.CLOSING)
        and len(node.text) >= (_HAN_SENTENCE if len(HAN.findall(node.text)) > len(node.text) / 2 else _SENTENCE)
        and ENDED.search(node.text)
        and not is_cue(node.text, "farewell")
    ]


def _of_kind(letter: Document, kind: AnnotationKind) -> Iterable[Annotation]:
    return (one for one in letter.annotations if one.kind is kind)


def _first_of_each(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without repeats of a value."""
    by_value: dict[str, Evidence] = {}
    for each in found:
        by_value.setdefault(each.value, each)
    return tuple(by_value.values())
