"""A cycle of the first form taken over: its chain as it was sealed, its terms and readings fixed as they are today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verbale.app.cycle_terms import FILE, digest_of_terms
from verbale.app.cycles import FIRST_FORM, CycleAddress, CycleFolder
from verbale.app.desks import opened_target, write_terms
from verbale.app.document_cache import DocumentCache, own_words
from verbale.app.programmes import pack_programme, programmes_of_cycle, read_own_text
from verbale.app.reading import read_guarded
from verbale.app.readings import make_reading, read_version
from verbale.app.translated_words import translated_document
from verbale.app.working import work_on_bytes
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Held, ReplyCase
from verbale.desk.casework import AdoptReading
from verbale.desk.commands import Actor, Channel
from verbale.desk.cycle_file import parse_cycle
from verbale.desk.deciding import When
from verbale.store.contents import KeptReading
from verbale.store.copying import Copied, insert_entries
from verbale.store.cycle_store import Kept, make_cycle
from verbale.store.database import together
from verbale.store.first_form import read_first_form
from verbale.translation.xliff import is_xliff, read_xliff

_REASON = "taken over from a file of the first form, which kept no reading"


def take_over(source: Path, into: CycleAddress, actor: Actor, now: When) -> Copied:
    """Take over a cycle of the first form from its folder, every seal and content checked.

    The text of its terms and today's readings are added as events, so that later versions of the program change nothing
    of them. Raises ``StoreBroken`` where the file does not hold, ``CycleBroken`` where its terms break the rules.
    """
    held = read_first_form(source / FIRST_FORM)
    text, programmes = read_own_text(source / FILE), programmes_of_cycle(source)
    cycle = parse_cycle(text, str(source / FILE), programmes)
    with opened_target(into) as target, together(target):
        store = make_cycle(target, into.name or cycle.name)
        insert_entries(store, held.entries, held.contents.values())
        folder = CycleFolder(into, store)
        folder.take_up(held.entries)
        packed = pack_programme(cycle, programmes)
        digest = digest_of_terms(text, packed)
        reason = "taken over from a file of the first form, which kept only their checksum"
        if digest_of_terms(text) != folder.case.terms_digest:
            reason += "; they are not those that the cycle was opened with"
        folder.give(CYCLE, c.ChangeTerms(text, digest, reason, packed), actor, now)
        readings = sum(_fix(folder, reply, actor, now) for reply in folder.replies) + _fix_parts(folder, actor, now)
    if into.folder is not None:
        write_terms(into.folder)
    return Copied(1, len(folder.entries), len(held.contents), readings)


def _fix(folder: CycleFolder, reply: ReplyCase, actor: Actor, now: When) -> int:
    """Keep today's readings of what is held of a reply: its versions first, then what was made from them."""
    made = 0
    for steps in (_of_versions, _of_others):
        found = list(steps(folder, folder.get_reply(reply.id)))
        if found:
            given = [(reply.id, command) for command, _ in found]
            folder.give_together(given, actor, now, Kept(readings=tuple(reading for _, reading in found)))
        made += len(found)
    return made


def _of_versions(folder: CycleFolder, reply: ReplyCase) -> Iterator[tuple[AdoptReading, KeptReading]]:
    for version in reply.versions:
        if version.channel != Channel.PRINT:
            _, reading, proposal = read_version(folder, version)
            yield AdoptReading(version.sha256, reading.digest, _REASON, proposal.reproduced), reading


def _of_others(folder: CycleFolder, reply: ReplyCase) -> Iterator[tuple[AdoptReading, KeptReading]]:
    cache = DocumentCache(folder)
    own = {version.sha256 for version in reply.versions if version.channel != Channel.PRINT}
    held = [one.held for one in reply.translations.values() if one.held] + ([reply.summary] if reply.summary else [])
    for digest in dict.fromkeys(one.digest for one in held if one.digest not in own):
        data = folder.store.get_content(digest)
        if is_xliff(data):
            _, nodes = own_words(reply, cache)
            document = translated_document(reply, nodes, work_on_bytes(data, reply.id, read_xliff), cache)
            reading = make_reading(data, document, "translation")
        else:
            reading = make_reading(data, read_guarded(data, "held", finding=False), "tree")
        yield AdoptReading(digest, reading.digest, _REASON), reading


def _fix_parts(folder: CycleFolder, actor: Actor, now: When) -> int:
    parts: dict[str, Held] = {held.digest: held for held in folder.case.parts.values()}
    readings = {}
    for digest in parts:
        data = folder.store.get_content(digest)
        readings[digest] = make_reading(data, read_guarded(data, "held", finding=False), "tree")
    if readings:
        given = [(CYCLE, AdoptReading(digest, one.digest, _REASON)) for digest, one in readings.items()]
        folder.give_together(given, actor, now, Kept(readings=tuple(readings.values())))
    return len(readings)
