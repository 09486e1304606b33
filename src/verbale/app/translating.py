"""Replies go out to be translated, come back, and what was translated before is offered again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache, own_words
from verbale.app.reading import read_guarded
from verbale.app.readings import make_reading
from verbale.app.translated_words import concord_translation, translated_document, words_in
from verbale.app.working import work_on_bytes
from verbale.app.writing import write_together
from verbale.desk import commands as c
from verbale.desk.cases import Destination, ReplyCase, ReplyStage
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, decide
from verbale.desk.intake import propose
from verbale.desk.letter_kinds import LetterKind
from verbale.desk.placing import place_reply
from verbale.errors import Refused
from verbale.model.concordance import Concordance
from verbale.model.language import Language
from verbale.model.node import Node
from verbale.store.cycle_store import Kept
from verbale.translation.job import Job, Segment
from verbale.translation.memory import Pair, TranslationMemory
from verbale.translation.tmx import read_tmx, write_tmx
from verbale.translation.xliff import is_xliff, read_xliff, write_xliff


@dataclass(frozen=True, slots=True)
class TakenTranslation:
    """A translation that came in, compared with the State's own words: what it says otherwise is told, not refused."""

    case: str
    state: str
    language: Language
    units: int
    concordance: Concordance


@dataclass(frozen=True, slots=True)
class Unsent:
    """A reply that is not sent, by its case and State: why, and what to do. ``refused``: it should have been sent."""

    case: str
    state: str
    reason: str
    advice: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """What can be sent to be translated, and every reply that lacks a translation and is not sent."""

    jobs: tuple[Job, ...]
    unsent: tuple[Unsent, ...]


def find_untranslated(reply: ReplyCase, languages: Sequence[Language]) -> tuple[Language, ...]:
    """The languages that a reply is neither written in nor translated into, ordered or not."""
    return tuple(each for each in languages if each.value != reply.language and not reply.translation_into(each.value))


def prepare_jobs(
    cache: DocumentCache,
    cases: Sequence[str],
    languages: Sequence[Language],
    memory: TranslationMemory,
    actor: Actor,
    now: When,
) -> Prepared:
    """A job for each reply and language that lacks it, earlier translations offered; nothing is recorded.

    Without ``cases`` all confirmed replies go that are printed: what goes on the web in the language received, or
    nowhere, needs no translation. Only the State's own words go out; what the desk composes (headings, dates, remarks)
    is never sent. One reply that cannot be sent keeps no other back.
    """
    jobs: list[Job] = []
    unsent: list[Unsent] = []
    for case in dict.fromkeys(cases) or [reply.id for reply in cache.folder.replies]:
        state = ""
        try:
            reply = cache.folder.get_reply(case)
            state = reply.state
            wanted = find_untranslated(reply, languages)
            if kept := _find_kept(reply, cache.folder, wanted, named=bool(cases)):
                unsent.append(kept)
            elif wanted:
                jobs += _jobs(reply, wanted, cache, memory, actor, now)
        except Refused as error:
            unsent.append(Unsent(case, state, error.reason, error.advice, refused=True))
    return Prepared(tuple(jobs), tuple(unsent))


def send_jobs(
    folder: CycleFolder, jobs: Sequence[Job], into: Path, actor: Actor, now: When, *, force: bool = False
) -> tuple[str, ...]:
    """Write each job as ``CASE.LANG.xlf``, then record all as sent; the names of the files.

    What is recorded has its file. Raises ``OutputRefused``, ``Refused`` or ``Conflict``.
    """
    files = dict(map(write_job, jobs))
    write_together(into, files, force=force)
    record_sent(folder, jobs, actor, now)
    return tuple(files)


def write_job(job: Job) -> tuple[str, bytes]:
    """The name and the bytes of the file of a job: ``CASE.LANG.xlf``, XLIFF 2.1."""
    return f"{job.id}.{job.target}.xlf", write_xliff(job)


def record_sent(folder: CycleFolder, jobs: Sequence[Job], actor: Actor, now: When) -> None:
    """Record that jobs were sent to be translated, all or none. Raises ``Refused`` or ``Conflict``."""
    targets: dict[str, tuple[str, ...]] = {}
    for job in jobs:
        targets[job.id] = (*targets.get(job.id, ()), job.target.value)
    folder.give_together([(case, c.SendForTranslation(codes)) for case, codes in targets.items()], actor, now)


def find_job(cache: DocumentCache, case: str, language: Language, memory: TranslationMemory) -> Job | None:
    """The job of a reply that was sent to be translated into a language and has not come back; ``None`` for none."""
    reply = cache.folder.get_reply(case)
    ordered = reply.translations.get(language.value)
    if ordered is None or ordered.held is not None or reply.language not in set(Language):
        return None
    _, nodes = own_words(reply, cache)
    return _job(reply, nodes, Language(reply.language), language, memory)


def _find_kept(reply: ReplyCase, folder: CycleFolder, wanted: Sequence[Language], *, named: bool) -> Unsent | None:
    """Why a reply is not sent; ``None`` where the desk is to decide, or where nobody asked for what it has already."""
    if not wanted:
        return Unsent(reply.id, reply.state, "it lacks none of these languages") if named else None
    if reply.stage is ReplyStage.SET_ASIDE:
        return Unsent(reply.id, reply.state, "it was set aside", refused=True) if named else None
    if reply.stage in (ReplyStage.RECEIVED, ReplyStage.UNREAD):
        reason, advice = "what it is has not been confirmed", "confirm what it is first"
        return Unsent(reply.id, reply.state, reason, advice, refused=named)
    if not reply.stands:
        reason, advice = "the State took it back", "mark it as reinstated first, if it stands again"
        return Unsent(reply.id, reply.state, reason, advice, refused=named)
    if reply.language not in set(Language):
        reason = f"it is in no official language ({reply.language})"
        advice = "have it translated, and take it in with verbale translated --case --language"
        return Unsent(reply.id, reply.state, reason, advice, refused=named)
    if reply.kind is LetterKind.NIL:
        return Unsent(reply.id, reply.state, "it has nothing to translate", refused=named)
    if not named and (needless := _find_needless(reply, folder)):
        advice = "" if reply.stage is ReplyStage.PUBLISHED else "name the case to send it all the same"
        return Unsent(reply.id, reply.state, needless, advice)
    if reply.stage is ReplyStage.PUBLISHED:
        reason, advice = "it has been published", "replies are sent before they are published"
        return Unsent(reply.id, reply.state, reason, advice, refused=True)
    return None


def _find_needless(reply: ReplyCase, folder: CycleFolder) -> str:
    """Why a reply needs no translation by where it goes, or will go once it is placed; empty where it needs one."""
    placed = reply.destination
    if reply.stage is ReplyStage.CONFIRMED:
        placed = place_reply(reply, folder.cycle, folder.case).destination
    if placed is Destination.WEB:
        stands = "is" if reply.stage is ReplyStage.PUBLISHED else "goes"
        return f"it {stands} on the web in the language received, and needs no translation"
    return "it is withheld, and needs no translation" if placed is Destination.WITHHELD else ""


def _jobs(
    reply: ReplyCase,
    wanted: Sequence[Language],
    cache: DocumentCache,
    memory: TranslationMemory,
    actor: Actor,
    now: When,
) -> list[Job]:
    """The jobs of one reply. Raises ``Refused`` where the desk may not send it now, or lacks its own words."""
    decide(reply, c.SendForTranslation(tuple(each.value for each in wanted)), actor, now)
    _, nodes = own_words(reply, cache)
    return [_job(reply, nodes, Language(reply.language), language, memory) for language in wanted]


def _job(reply: ReplyCase, nodes: Iterable[Node], source: Language, target: Language, memory: TranslationMemory) -> Job:
    segments = []
    for node in nodes:
        offer = memory.find(node.text, source, target)
        note = f"{offer.likeness:.0%}, {offer.origin}".rstrip(", ") if offer else ""
        segments.append(Segment(node.ref, node.text, offer.target if offer else "", note=note))
    return Job(reply.id, reply.standing.name, reply.standing.number, source, target, tuple(segments))


def take_job(
    data: bytes, name: str, cache: DocumentCache, actor: Actor, now: When, *, final: bool = False
) -> TakenTranslation:
    """Take a translated job (XLIFF 2.1) in, its bytes kept as they came.

    ``final``: an officer says that targets which are filled are final, though the tool did not say so. Raises a
    ``ReadFailed``, or ``Refused`` where segments are not translated, were changed, or are of another version.
    """
    job, folder = work_on_bytes(data, name, read_xliff), cache.folder
    reply = folder.get_reply(job.id)
    if open_ := job.empty if final else job.open:
        advice = "set their state to translated, or say that filled targets are final with --final"
        raise Refused(job.id, "translate", f"not translated yet: {', '.join(open_)}", advice)
    _, nodes = own_words(reply, cache)
    if job.version == reply.standing.number and [(node.ref, node.text) for node in nodes] != job.sources:
        raise Refused(job.id, "translate", "the words of the State were changed on the way", "send the reply out again")
    reading = make_reading(data, translated_document(reply, nodes, job, cache), "translation")
    command = c.TakeTranslation(job.target.value, reading.content, job.version, None, reading.digest)
    given: list[tuple[str, c.Command]] = [(reply.id, command)]
    if final and job.open:
        told = f"the targets of {', '.join(job.open)} were declared final in {job.target}, without a state in the file"
        given.append((reply.id, c.AddRemark(told)))
    folder.give_together(given, actor, now, Kept((data,), (reading,)))
    return _taken(folder.get_reply(job.id), job.target, cache)


def take_document(
    data: bytes, name: str, cache: DocumentCache, to: tuple[str, Language], actor: Actor, now: When
) -> TakenTranslation:
    """Take a translation in as a document (DOCX, PDF, HTML, text) of the reply and language named in ``to``.

    Its letterhead is not reproduced, as that of the original is not. Raises a ``ReadFailed`` or ``Refused``.
    """
    case, language = to
    reply = cache.folder.get_reply(case)
    document = read_guarded(data, name, "reply", finding=False)
    reading = make_reading(data, document, "reply")
    refs = propose(document, cache.folder.cycle).reproduced
    command = c.TakeTranslation(language.value, reading.content, reply.standing.number, refs, reading.digest)
    cache.folder.give(case, command, actor, now, [data], [reading])
    return _taken(cache.folder.get_reply(case), language, cache)


def _taken(reply: ReplyCase, language: Language, cache: DocumentCache) -> TakenTranslation:
    _, nodes = words_in(reply, language, cache)
    return TakenTranslation(reply.id, reply.state, language, len(nodes), concord_translation(reply, language, cache))


def remember(folder: CycleFolder, more: Iterable[tuple[str, bytes]] = ()) -> TranslationMemory:
    """Every passage of the cycle that was translated, with the report that it was for, and those of TMX files.

    Raises a ``ReadFailed`` for a file that is no TMX.
    """
    memory = TranslationMemory()
    for name, data in more:
        memory.add(work_on_bytes(data, name, read_tmx))
    for reply in folder.replies:
        for translation in reply.translations.values():
            if translation.held and is_xliff(data := folder.store.get_content(translation.held.digest)):
                job = work_on_bytes(data, reply.id, read_xliff)
                origin = f"{reply.state}, {folder.cycle.report}"
                memory.add(Pair(job.source, job.target, one.source, one.target, origin) for one in job.segments)
    return memory


def encode_memory(memory: TranslationMemory) -> bytes:
    """The memory as TMX 1.4."""
    return write_tmx(memory.pairs())
