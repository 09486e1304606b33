"""Replies go out to be translated, come back, and what was translated before is offered again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from verbale.app.cycles import CycleFolder
from verbale.app.holding import Shelf, own_words
from verbale.app.reading import read_tree
from verbale.app.translated_words import concord_translation, words_in
from verbale.app.writing import write_together
from verbale.desk import commands as c
from verbale.desk.cases import ReplyCase, ReplyStage
from verbale.desk.commands import Actor
from verbale.desk.intake import propose
from verbale.errors import Refused
from verbale.model.concordance import Concordance
from verbale.model.language import Language
from verbale.model.node import Node
from verbale.translation.job import Job, Segment
from verbale.translation.memory import Memory, Pair
from verbale.translation.tmx import read_tmx, write_tmx
from verbale.translation.xliff import is_xliff, read_xliff, write_xliff

_SETTLED = frozenset({ReplyStage.CONFIRMED, ReplyStage.PLACED, ReplyStage.PUBLISHED})


@dataclass(frozen=True, slots=True)
class Taken:
    """A translation that came in, held against the State's own words: what it says otherwise is told, not refused."""

    case: str
    state: str
    language: Language
    units: int
    concordance: Concordance


def find_untranslated(reply: ReplyCase, languages: Sequence[Language]) -> tuple[Language, ...]:
    """The languages that a settled reply is neither written in nor translated into, ordered or not."""
    if reply.stage not in _SETTLED:
        return ()
    return tuple(each for each in languages if each.value != reply.language and not reply.translation_into(each.value))


def order_translations(
    shelf: Shelf, cases: Sequence[str], languages: Sequence[Language], memory: Memory, actor: Actor, now: datetime
) -> tuple[Job, ...]:
    """Send replies to be translated: a job for each reply and language that lacks it, earlier translations offered.

    Without ``cases`` all settled replies go. Only the State's own words go out; what the desk composes (headings,
    dates, remarks) is never sent. Raises ``Refused``.
    """
    folder, jobs = shelf.folder, []
    for reply in [folder.get_reply(case) for case in cases] or folder.replies:
        if reply.stage not in _SETTLED and cases:
            raise Refused(reply.id, "send for translation", f"the reply is {reply.stage}", "confirm what it is first")
        if wanted := find_untranslated(reply, languages):
            _, nodes = own_words(reply, shelf)
            folder.give(reply.id, c.SendForTranslation(tuple(each.value for each in wanted)), actor, now)
            jobs += [_job(reply, nodes, Language(reply.language), language, memory) for language in wanted]
    return tuple(jobs)


def _job(reply: ReplyCase, nodes: Iterable[Node], source: Language, target: Language, memory: Memory) -> Job:
    segments = []
    for node in nodes:
        offer = memory.find(node.text, source, target)
        note = f"{offer.likeness:.0%}, {offer.origin}".rstrip(", ") if offer else ""
        segments.append(Segment(node.ref, node.text, offer.target if offer else "", note=note))
    return Job(reply.id, reply.standing.name, reply.standing.number, source, target, tuple(segments))


def write_jobs(into: Path, jobs: Iterable[Job], *, force: bool = False) -> tuple[str, ...]:
    """Write each job as ``CASE.LANG.xlf`` and tell the names. Raises ``OutputRefused``."""
    files = {f"{job.id}.{job.target}.xlf": write_xliff(job) for job in jobs}
    write_together(into, files, force=force)
    return tuple(files)


def take_job(data: bytes, name: str, shelf: Shelf, actor: Actor, now: datetime) -> Taken:
    """Take a translated job (XLIFF 2.1) in, its bytes kept as they came.

    Raises a ``ReadFailed``, or ``Refused`` where segments are not translated, were changed, or are of another version.
    """
    job, folder = read_xliff(data, name), shelf.folder
    reply = folder.get_reply(job.id)
    if job.open:
        raise Refused(
            job.id, "translate", f"not translated yet: {', '.join(job.open)}", "set their state to translated"
        )
    _, nodes = own_words(reply, shelf)
    if job.version == reply.standing.number and [(node.ref, node.text) for node in nodes] != job.sources:
        raise Refused(job.id, "translate", "the words of the State were changed on the way", "send the reply out again")
    command = c.TakeTranslation(job.target.value, folder.store.digest_of(data), job.version)
    folder.give(reply.id, command, actor, now, [data])
    return _taken(folder.get_reply(job.id), job.target, shelf)


def take_document(data: bytes, name: str, shelf: Shelf, to: tuple[str, Language], actor: Actor, now: datetime) -> Taken:
    """Take a translation in as a document (DOCX, PDF, HTML, text) of the reply and language named in ``to``.

    Its letterhead is not reproduced, as that of the original is not. Raises a ``ReadFailed`` or ``Refused``.
    """
    case, language = to
    reply = shelf.folder.get_reply(case)
    refs = propose(read_tree(data, name, "reply"), shelf.folder.cycle).reproduced
    digest = shelf.folder.store.digest_of(data)
    command = c.TakeTranslation(language.value, digest, reply.standing.number, refs)
    shelf.folder.give(case, command, actor, now, [data])
    return _taken(shelf.folder.get_reply(case), language, shelf)


def _taken(reply: ReplyCase, language: Language, shelf: Shelf) -> Taken:
    _, nodes = words_in(reply, language, shelf)
    return Taken(reply.id, reply.state, language, len(nodes), concord_translation(reply, language, shelf))


def remember(folder: CycleFolder, more: Iterable[tuple[str, bytes]] = ()) -> Memory:
    """Every passage of the cycle that was translated, with the report that it was for, and those of TMX files.

    Raises a ``ReadFailed`` for a file that is no TMX.
    """
    memory = Memory()
    for name, data in more:
        memory.add(read_tmx(data, name))
    for reply in folder.replies:
        for translation in reply.translations.values():
            if translation.held and is_xliff(data := folder.store.get_content(translation.held.digest)):
                job = read_xliff(data, reply.id)
                origin = f"{reply.state}, {folder.cycle.report}"
                memory.add(Pair(job.source, job.target, one.source, one.target, origin) for one in job.segments)
    return memory


def encode_memory(memory: Memory) -> bytes:
    """The memory as TMX 1.4."""
    return write_tmx(memory.pairs())
