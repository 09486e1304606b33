"""Section II drafted from the register: what the depositaries recorded, each sentence tied to what it rests on.

An item a treaty: the counts as of a day with their rule, whether it is in force, who is still awaited, and the acts
since the previous report. The officer edits what is drafted; a tie holds as long as its sentence stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verbale.compose.introduction import write_letter
from verbale.compose.leaves import Leaves
from verbale.compose.words import join_sentences, say
from verbale.lexicon.naming import status_term
from verbale.lexicon.numbering import format_number
from verbale.lexicon.written import write_date, write_list, write_number, write_state, write_treaty
from verbale.model import Act, ActKind, Language, Node, NodeKind, Provenance, Status
from verbale.register.acts import find_acts
from verbale.register.status import status

TREATIES = ("TPNW", "CTBT", "NEW_START", "NPT")
"""What a report on nuclear disarmament observes first, in the order of the items."""

_TOLD = (
    ActKind.SIGNATURE,
    ActKind.RATIFICATION,
    ActKind.ACCEPTANCE,
    ActKind.APPROVAL,
    ActKind.ACCESSION,
    ActKind.SUCCESSION,
    ActKind.WITHDRAWAL_OF_RATIFICATION,
)


@dataclass(frozen=True, slots=True)
class Tie:
    """What a sentence rests on: its words, the unit they stand in, the treaty, and the rows of the register."""

    ref: str
    text: str
    treaty: str
    as_of: str
    sources: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """The time that a report observes: after ``since`` (may be empty), up to ``as_of``; ISO 8601.

    ``previous`` is the symbol of the report before it.
    """

    since: str
    as_of: str
    previous: str = ""


def draft_observations(leaves: Leaves, period: Interval, treaties: Sequence[str] = TREATIES) -> tuple[Tie, ...]:
    """Add the section to a report, and give the ties of its sentences."""
    language = leaves.language
    section = leaves.section(2, say("heading-observations", language))
    date = write_date(period.as_of, language)
    message = "obs-lead" if period.previous else "obs-lead-first"
    lead = leaves.paragraph(section, say(message, language, previous=period.previous, date=date))
    ties: list[Tie] = []
    for number, treaty in enumerate(treaties, start=1):
        letter = format_number(number, "lowerLetter")
        ref = f"{lead}.{letter}"
        told = [*_sentences(treaty, period, language)]
        text = join_sentences([sentence for sentence, _ in told], language)
        text = say("obs-item", language, treaty=write_treaty(treaty, language), told=text)
        leaves.add(ref, NodeKind.ITEM, text, label=write_letter(letter, language), parent=lead)
        ties += [Tie(ref, sentence, treaty, period.as_of, sources) for sentence, sources in told]
    return tuple(ties)


def kept_ties(nodes: Sequence[Node], language: Language, period: Interval) -> tuple[Tie, ...]:
    """The ties of a section that was edited: those of drafted sentences that still stand in it, where they stand now.

    A sentence that several treaties have ("Not in force.") is that of the unit that names its treaty.
    """
    kept = []
    for tie in draft_observations(Leaves(language), period):
        standing = [node for node in nodes if _plain(tie.text) in _plain(node.text)]
        name = _plain(write_treaty(tie.treaty, language))
        standing.sort(key=lambda node: name not in _plain(node.text))
        kept += [replace(tie, ref=node.ref) for node in standing[:1]]
    return tuple(kept)


def find_untied(nodes: Sequence[Node], ties: Iterable[Tie]) -> tuple[str, ...]:
    """The units of an edited section that say something besides its tied sentences, by ref.

    Headings, what leads in items, and the name of a treaty before its sentences say nothing of their own.
    """
    tied: dict[str, list[str]] = {}
    for tie in ties:
        tied.setdefault(tie.ref, []).append(_plain(tie.text))
    leads = {node.parent for node in nodes} | {node.ref for node in nodes if node.kind is NodeKind.HEADING}
    return tuple(node.ref for node in nodes if node.ref not in leads and _own_words(node, tied.get(node.ref, ())))


def _own_words(node: Node, tied: Iterable[str]) -> bool:
    rest = _plain(node.text)
    for text in tied:
        rest = rest.replace(text, "", 1)
    return bool(rest.strip()) and rest.strip()[-1] not in ":："


def _plain(text: str) -> str:
    return " ".join(text.split())


def _sentences(treaty: str, period: Interval, language: Language) -> Iterable[tuple[str, tuple[Provenance, ...]]]:
    """The sentences on one treaty, each with what it rests on."""
    found = status(treaty, period.as_of)
    acts = [act for act in find_acts(treaty) if act.date <= period.as_of]
    counted = _counts(found, language)
    if counted:
        yield say("obs-counts", language, date=write_date(period.as_of, language), counts=counted), _sources(acts)
    yield from ((sentence, ()) for sentence in _force(found, language))
    since = [act for act in acts if period.since and act.date > period.since]
    for kind in _TOLD:
        done = sorted((act for act in since if act.kind is kind), key=lambda act: (act.date, act.state))
        if done:
            yield _acts(done, kind, period.since, language), _sources(done)


def _counts(found: Status, language: Language) -> str:
    """The counts of a treaty whose list of acts is whole; a count that is not known is not told."""
    counts = found.counts
    told = {"signed": counts.signatures, "ratified": counts.ratifications, "acceded": counts.accessions}
    said = [
        say(f"obs-{what}", language, count=number, number=write_number(number, language))
        for what, number in told.items()
        if number
    ]
    return write_list(said, language) if counts.signatures and len(found.standings) > 2 else ""


def _force(found: Status, language: Language) -> Iterable[str]:
    """In force or not, until when, suspended by whom, and who is still awaited."""
    if found.in_force and found.in_force_until:
        yield say("obs-until", language, date=write_date(found.in_force_until, language))
    elif found.in_force and found.in_force_since:
        yield say("obs-in-force", language, date=write_date(found.in_force_since, language))
    elif found.in_force_since and found.in_force_since > found.as_of:
        yield say("obs-will", language, date=write_date(found.in_force_since, language))
    else:
        yield say("obs-not-in-force", language)
    if found.suspended_by:
        yield say("obs-suspended", language, states=_named(found.suspended_by, language))
    if found.outstanding and not found.in_force:
        number = len(found.outstanding)
        named = _named(found.outstanding, language)
        said = write_number(number, language)
        yield say("obs-outstanding", language, count=number, number=said, states=named)


def _named(states: Iterable[str], language: Language) -> str:
    return write_list([write_state(state, language) for state in states], language)


def _acts(done: Sequence[Act], kind: ActKind, since: str, language: Language) -> str:
    said = [
        say("obs-act", language, state=write_state(act.state, language), date=write_date(act.date, language))
        for act in done
    ]
    kind_ = status_term(kind, language)
    return say("obs-acts", language, date=write_date(since, language), kind=kind_, states=write_list(said, language))


def _sources(acts: Iterable[Act]) -> tuple[Provenance, ...]:
    return tuple(dict.fromkeys(Provenance(act.source, act.place) for act in acts))
