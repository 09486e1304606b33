"""What a letter is, said by a person: its kind, its authors, its date, its language, what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from verbale.app.authors import Added, get_author
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.letter_reading import Letter, propose_letter, read_letters_guarded
from verbale.app.readings import make_reading
from verbale.app.receiving import case_of
from verbale.app.relating import Relation, certain_authors, relate
from verbale.desk import commands as c
from verbale.desk.answering import Evidence
from verbale.desk.cases import Confirmation, ReplyCase, ReplyStage, ReplyVersion
from verbale.desk.casework import SetApart, SetAside, StateAuthor
from verbale.desk.certainty import find_date
from verbale.desk.commands import Actor, Command
from verbale.desk.deciding import When
from verbale.desk.doubt import write_alarm
from verbale.desk.intake import Proposal
from verbale.desk.language_runs import LanguageRun, find_run, is_original_marked, says_translation
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import BadReference, Refused
from verbale.lexicon.cited_resolutions import resolve_symbol
from verbale.lexicon.dates import parse_day
from verbale.lexicon.other_languages import original_languages
from verbale.model.language import Language
from verbale.store.contents import KeptReading
from verbale.store.cycle_store import Kept

ALL, LAST, NONE = "all", "last", "none"
TRANSLATION, TEXT = "translation", "text"
OTHERS = (TRANSLATION, TEXT, NONE)
"""What the words of a letter in a second language are: its translation by the mission, part of its text, or neither."""


@dataclass(frozen=True, slots=True)
class LetterDetails:
    """What a person says of a letter; what is empty is taken from the proposal where it is certain, or stays as it was.

    ``authors`` are codes or names in any of the six languages, all that sign; ``group`` and ``members`` on whose behalf
    the first of them speaks. ``versions`` (``all`` or ``last``) says what of a reply with several versions that is:
    ``last`` makes a reply of its own of the latest. ``version_of`` is the case that the letter is a version of, or that
    it withdraws, translates, copies or supplements; or ``none``. ``seen`` says what was found where its alarms were
    looked at. ``other_language`` is what the words in another language are, where a letter has a version in each of
    several: one of ``OTHERS``.
    """

    authors: tuple[str, ...] = ()
    dated: str = ""
    language: str = ""
    answers: tuple[str, ...] = ()
    reason: str = ""
    versions: str = ""
    version_of: str = ""
    kind: str = ""
    group: str = ""
    members: tuple[str, ...] = ()
    seen: str = ""
    other_language: str = ""


def confirm_reply(folder: CycleFolder, case: str, said: LetterDetails, actor: Actor, now: When) -> ReplyCase:
    """Settle what a letter is; a reading that was confirmed is corrected, with the reason.

    Raises ``Refused`` where something is neither said nor certain, or where the letter may be a version of a reply that
    is held and nobody said so; ``BadReference`` for an author, a day, a language or a symbol that is none.
    """
    reply = folder.get_reply(case)
    if said.kind == LetterKind.NONE and not said.authors and reply.stage in (ReplyStage.UNREAD, ReplyStage.RECEIVED):
        folder.give(case, SetAside(said.reason or "it is no reply"), actor, now)
        return folder.get_reply(case)
    about = folder.get_reply(said.version_of).id if said.version_of not in ("", NONE) else ""
    if reply.stage is ReplyStage.UNREAD and not about:
        return _state_author(folder, reply, said, actor, now)
    kind = get_letter_kind(said.kind) if said.kind else None
    if about and about != case and _joins(folder, reply, kind):
        case = _move(folder, reply, about, said.reason, actor, now)
    elif kind and reply.answering and reply.pending and (kind.is_set_aside or kind is LetterKind.SUPPLEMENT):
        # It is no version of the reply that it came to, but a letter of its own about it.
        about = about or case
        case = _move(folder, reply, case_of(reply.current.sha256), said.reason, actor, now)
    elif said.versions == LAST:
        case = _move(folder, reply, case_of(reply.current.sha256), said.reason, actor, now)
    commands, readings = _Confirming(folder, folder.get_reply(case), said, about).commands()
    folder.give_together(commands, actor, now, Kept(readings=tuple(readings)))
    return folder.get_reply(case)


def _state_author(folder: CycleFolder, reply: ReplyCase, said: LetterDetails, actor: Actor, now: When) -> ReplyCase:
    """Whose a letter is that cannot be read; what it says only a readable form of it tells."""
    if not said.authors:
        reason = f"it cannot be read: {reply.current.unread}"
        raise Refused(reply.id, "confirm", reason, "receive it in a readable form, or say whose it is with --state")
    authors = tuple(get_author(name, folder.case.added_authors) for name in said.authors)
    folder.give(reply.id, StateAuthor(authors, said.reason or "read by eye"), actor, now)
    return folder.get_reply(reply.id)


def _joins(folder: CycleFolder, reply: ReplyCase, kind: LetterKind | None) -> bool:
    """Whether a letter becomes a version of the reply that is named: one of a kind that speaks of it stays apart."""
    if kind is None:
        number = len(reply.versions)
        kind = reply.confirmed[number].kind if number in reply.confirmed else reply.current.kind
    return (kind.is_printed and kind is not LetterKind.SUPPLEMENT) or kind in (LetterKind.SIGNED_COPY, LetterKind.NIL)


@dataclass(frozen=True, slots=True)
class _Confirming:
    """A letter that is confirmed: its case, what was said of it, and the case that it is about."""

    folder: CycleFolder
    reply: ReplyCase
    said: LetterDetails
    about: str

    def commands(self) -> tuple[list[tuple[str, Command]], list[KeptReading]]:
        """The steps, and the readings that they rest on."""
        reply, said = self.reply, self.said
        version = (reply.pending or (reply.standing,))[0]
        known = reply.confirmed.get(version.number)
        letter = held_letter(self.folder, version)
        proposal = propose_letter(letter, self.folder.cycle)
        relation = relate(self.folder, letter, proposal, reply.id)
        kind = self._kind(version, known, relation)
        about = self._about(kind, known, version)
        details = self._details(kind, known, proposal, version)
        is_new = known is None and not reply.answering and not self.about and said.version_of != NONE
        if is_new and kind.is_answer and kind is not LetterKind.SUPPLEMENT:
            self._ask_about_versions(details.authors, details.addresses)
        refs, joined = self._versions_in_it(kind, details.language, proposal.runs, version, known)
        reading = make_reading(letter.data, letter.document, "letter")
        kept = version.reading or reading.digest
        words = (version.number, refs or proposal.reproduced, kept)
        values = (details.authors[0], details.dated, details.language, details.addresses, said.versions == ALL, *words)
        more = (kind.value, details.authors, details.group, details.members, about, said.seen)
        command = c.Confirm(*values, *more) if known is None else c.Correct(*values, *more, said.reason)
        commands = [(reply.id, command), *self._besides(kind, about, version, letter, proposal, details)]
        nodes = {node.ref: node for node in letter.document.nodes}
        for run in joined:
            own = tuple(ref for ref in run.refs if not says_translation(nodes[ref]))
            taken = c.TakeTranslation(run.language, version.sha256, version.number, own, kept, reply.id)
            commands.append((reply.id, taken))
        return commands, [] if version.reading else [reading]

    def _versions_in_it(
        self,
        kind: LetterKind,
        language: str,
        runs: Sequence[LanguageRun],
        version: ReplyVersion,
        known: Confirmation | None,
    ) -> tuple[tuple[str, ...], tuple[LanguageRun, ...]]:
        """Of a letter in several languages the units of the original (empty for all), and its translations to take."""
        runs = runs if kind.is_printed else ()
        own = find_run(runs, language)
        other = self._other_language(runs, own, version, known)
        others = tuple(run for run in runs if run is not own) if other == TRANSLATION else ()
        return (own.refs if own and other != TEXT else ()), others

    def _other_language(
        self, runs: Sequence[LanguageRun], own: LanguageRun | None, version: ReplyVersion, known: Confirmation | None
    ) -> str:
        """What the words in the other language of a letter are: as it was said, as it was, or as the letter says."""
        said = self.said.other_language
        if said and own is None:
            reason = "it has no version in the language that it is confirmed in, and one in another"
            raise Refused(self.reply.id, "confirm", reason, f"give --language: {', '.join(x.language for x in runs)}")
        if said or own is None:
            return said or TEXT
        if known is not None:
            held = self.reply.words.get(version.number)
            return NONE if held and held.refs is not None and set(held.refs) <= set(own.refs) else TEXT
        if is_original_marked(runs) and own is runs[0]:
            return NONE
        others = " and ".join(run.language for run in runs if run is not own)
        reason = f"it is written in {own.language} and in {others}, and does not say which is the original"
        raise Refused(self.reply.id, "confirm", reason, f"say what the words in {others} are: --other-language")

    def _kind(self, version: ReplyVersion, known: Confirmation | None, relation: Relation) -> LetterKind:
        if self.said.kind:
            return get_letter_kind(self.said.kind)
        if known is not None:
            return known.kind
        if self.reply.answering:
            return self._joined_kind(version)
        if relation.sure or version.kind is relation.kind is LetterKind.REPLY:
            return relation.kind
        if relation.kind is LetterKind.NONE and self.said.answers:
            # Who says what a letter answers says that it is an answer.
            return LetterKind.REPLY
        reason = f"it may be of the kind {relation.kind}: {relation.reason}"
        raise Refused(self.reply.id, "confirm", reason, f"give --kind {relation.kind}, or --kind {LetterKind.REPLY}")

    def _joined_kind(self, version: ReplyVersion) -> LetterKind:
        """What a version is that came to a reply which was confirmed: one that takes its place says so, or a person."""
        if self.about or version.kind is LetterKind.CORRECTED:
            return LetterKind.CORRECTED if version.kind is LetterKind.REPLY else version.kind
        if version.kind is LetterKind.SIGNED_COPY and not version.alarms:
            return version.kind
        kinds = ", ".join((LetterKind.CORRECTED, LetterKind.SUPPLEMENT, LetterKind.SIGNED_COPY))
        reason = f"it is not said what it is to version {self.reply.standing.number}, which is confirmed"
        raise Refused(self.reply.id, "confirm", reason, f"give --kind: {kinds}, …")

    def _about(self, kind: LetterKind, known: Confirmation | None, version: ReplyVersion) -> str:
        """The case that the letter is about, as it was named, else as it was proposed."""
        if kind is LetterKind.SIGNED_COPY:
            return self.reply.id if self.reply.answering else ""
        named = self.about if self.about != self.reply.id else ""
        if named or known:
            return named or (known.relates_to if known else "")
        if self.said.version_of == NONE or kind in (LetterKind.REPLY, LetterKind.NIL):
            return ""
        return version.relates_to if version.relates_to != self.reply.id else ""

    def _details(
        self, kind: LetterKind, known: Confirmation | None, proposal: Proposal, version: ReplyVersion
    ) -> Confirmation:
        """What the version is, each thing as it was said, else as it was confirmed, else where it is certain."""
        said, before = self.said, known or self.reply.confirmation
        added = self.folder.case.added_authors
        named = tuple(dict.fromkeys(get_author(name, added) for name in said.authors))
        authors = named or (before.authors if before else ()) or certain_authors(proposal) or self.reply.stated
        if not authors:
            self._doubt(proposal.states, "whose it is", "--state")
        group = (get_author(said.group, added) if _is_known(said.group, added) else said.group) or proposal.group
        members = tuple(get_author(name, added) for name in said.members)
        if known is not None:
            group, members = group or known.group, members or known.members
        certain = find_date(proposal, version.received, self.folder.cycle.calendar.zone)
        dated = parse_day(said.dated) if said.dated else known.dated if known else certain
        language = said.language or (known.language if known else self._sure(proposal.languages))
        if language and language not in set(Language) and language not in original_languages():
            raise BadReference(language, "no code of a language; give two letters, as es or pt")
        answers = tuple(get_resolution(text) for text in said.answers) or (known.addresses if known else ())
        if not answers and all(found.sure for found in proposal.addresses):
            answers = tuple(found.value for found in proposal.addresses)
        if kind.is_answer:
            for value, found, what, option in (
                (dated, proposal.dates, "its date", "--date"),
                (language, proposal.languages, "its language", "--language"),
                ("; ".join(answers), proposal.addresses, "what it answers", "--answers"),
            ):
                if not value:
                    self._doubt(found, what, option)
        return Confirmation(authors, dated, language, answers, kind, group, members)

    def _sure(self, found: Sequence[Evidence]) -> str:
        return found[0].value if found and found[0].sure else ""

    def _doubt(self, found: Sequence[Evidence], what: str, option: str) -> None:
        """A bare confirmation takes no guess: the person is told what is likely, and says it."""
        likely = f"; likeliest: {found[0].value}, {found[0].reason}" if found else ""
        raise Refused(self.reply.id, "confirm", f"the letter does not say outright {what}{likely}", f"give {option}")

    def _ask_about_versions(self, authors: Sequence[str], answers: Sequence[str]) -> None:
        """A State that has replied to the same mandates may have sent a new version; only a person can say."""
        for other in self.folder.replies:
            same = other.stands and other.id != self.reply.id and set(other.authors) == set(authors)
            if same and other.answering and set(answers) & set(other.addresses):
                advice = f"give --version-of {other.id} if this is its new version, or --version-of {NONE}"
                reason = f"{', '.join(authors)} has a reply to the same, {other.id}"
                raise Refused(self.reply.id, "confirm", reason, advice)

    def _besides(
        self,
        kind: LetterKind,
        about: str,
        version: ReplyVersion,
        letter: Letter,
        proposal: Proposal,
        details: Confirmation,
    ) -> list[tuple[str, Command]]:
        """What the letter does to the reply that it is about."""
        if kind not in (LetterKind.TRANSLATION, LetterKind.WITHDRAWAL) or not about:
            return []
        other = self.folder.get_reply(about)
        if kind is LetterKind.WITHDRAWAL:
            why = f"by its letter of {details.dated or version.received[:10]}, {self.reply.id}"
            published = other.stage is ReplyStage.PUBLISHED
            return [(about, c.Recall(why) if published else c.Withdraw(why))] if other.stands else []
        if not version.words:
            raise Refused(self.reply.id, "confirm", "no words could be read in the translation", "receive its text")
        nodes = {node.ref: node for node in letter.document.nodes}
        refs = tuple(ref for ref in proposal.reproduced if not says_translation(nodes[ref]))
        reading = version.reading or make_reading(letter.data, letter.document, "letter").digest
        number = other.standing.number
        taken = c.TakeTranslation(details.language, version.sha256, number, refs, reading, self.reply.id)
        return [(about, taken)]


def _is_known(name: str, added: Added) -> bool:
    """Whether the desk knows a group by its name; another is kept as it was typed."""
    if not name:
        return False
    try:
        get_author(name, added)
    except BadReference:
        return False
    return True


def _move(folder: CycleFolder, reply: ReplyCase, to: str, reason: str, actor: Actor, now: When) -> str:
    """Take the latest version from one case to another, in one step; the case that has it now."""
    if to == reply.id:
        raise Refused(to, "move a version", "it is of this reply already")
    version = reply.current
    known = any(held.id == to for held in folder.replies)
    facts = {each.name: getattr(version, each.name) for each in fields(c.Receive) if each.name != "alarms"}
    received = (c.ReceiveVersion if known else c.Receive)(**facts, alarms=tuple(map(write_alarm, version.alarms)))
    apart = SetApart(version.number, reason or f"it is of {to}")
    folder.give_together([(reply.id, apart), (to, received)], actor, now)
    return to


def held_letter(folder: CycleFolder, version: ReplyVersion) -> Letter:
    """A version as it was read when it came, with the message that carried it, where one did."""
    store = folder.store
    document = DocumentCache(folder).letter(version)
    data = store.get_content(version.sha256)
    if not version.carrier or version.carrier in folder.case.redacted:
        return Letter(version.name, data, document)
    carried = store.get_content(version.carrier)
    letters = read_letters_guarded(carried, version.name)
    whole = next((one for one in letters if one.sha256 == version.sha256), None)
    if whole is None:
        return Letter(version.name, data, document, letters[0].mail, carried)
    return replace(whole, name=version.name, document=document, carried=carried)


def get_letter_kind(text: str) -> LetterKind:
    """The kind of letter that a person types. Raises ``BadReference``."""
    if text not in set(LetterKind):
        raise BadReference(text, f"no kind of letter; there are {', '.join(LetterKind)}")
    return LetterKind(text)


def get_resolution(text: str) -> str:
    """The symbol of a resolution that a person types. Raises ``BadReference``."""
    found = resolve_symbol(text)
    if not found:
        raise BadReference(text, "no symbol of a resolution; give it as 76/53 or A/RES/76/53")
    return str(found[0])
