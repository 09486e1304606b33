"""The report of a cycle in each language, compiled of what the desk holds and written in each format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from verbale.app.authors import author_name, is_no_state
from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.encoding import encode
from verbale.app.pipeline import pipeline_version, register_version
from verbale.app.readings import keep_document
from verbale.app.translated_words import words_in
from verbale.app.writing import staging, write_together
from verbale.compose.replies import ReplyText
from verbale.compose.report import Report, compose_report
from verbale.compose.words import say
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Gate, ReplyCase, ReplyStage
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, decide
from verbale.desk.letter_kinds import LetterKind
from verbale.desk.placing import place_reply
from verbale.desk.report_basis import find_changes, replies_of_report
from verbale.errors import Refused
from verbale.find.annotate import find_annotations
from verbale.find.setting import setting_of
from verbale.lexicon.written import write_list
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.store.contents import digest_of
from verbale.store.cycle_store import Kept


def place_replies(folder: CycleFolder, actor: Actor, now: When) -> list[ReplyCase]:
    """Place every confirmed reply by deadline and policy; one that is placed stays, unless an extension moves it."""
    for reply in folder.replies:
        printed = any(version.channel == c.Channel.PRINT for version in reply.versions)
        if (reply.stage is ReplyStage.CONFIRMED and reply.answering) or (
            reply.stage is ReplyStage.PLACED and not printed
        ):
            placement = place_reply(reply, folder.cycle, folder.case)
            placed = (reply.destination, reply.placed_version, reply.on_web)
            if reply.stage is ReplyStage.PLACED and placed == (
                placement.destination,
                placement.version,
                placement.on_web,
            ):
                continue
            command = c.Place(placement.destination, placement.version, placement.on_web, placement.reason)
            folder.give(reply.id, command, actor, now)
    return list(folder.replies)


def compose_cycle(folder: CycleFolder, language: Language, submitted: date, cache: DocumentCache) -> Report:
    """The report in one language, annotated, with the ties of what was drafted."""
    replies = [reply_text(reply, language, cache) for reply in replies_of_report(*folder.basis())]
    parts = {
        section: cache.nodes(held) for (section, code), held in folder.case.parts.items() if code == language.value
    }
    report = compose_report(folder.cycle, language, replies, submitted, parts)
    document = report.document
    annotated = replace(document, annotations=find_annotations(document.nodes, setting_of(document)))
    return replace(report, document=annotated)


def _sealed(document: Document, seal: str) -> Document:
    return replace(document, facts=replace(document.facts, seal=seal))


def seal_of(documents: Mapping[Language, Document]) -> str:
    """The SHA-256 of a report in its languages: of the checksums of their texts, in order."""
    return hashlib.sha256("".join(document.source.sha256 for document in documents.values()).encode()).hexdigest()


def compiled_documents(folder: CycleFolder, cache: DocumentCache) -> Mapping[Language, Document]:
    """The report in its languages as it was compiled, whatever the program would compose today.

    Raises ``Refused`` where it was not compiled, or by a version of the program that did not keep it.
    """
    made = folder.case.compilation
    if made is None or not made.trees:
        reason = "it was not compiled" if made is None else "it was compiled before compiled reports were kept"
        raise Refused(CYCLE, "find the report", reason, "run verbale compile")
    return {Language(code): cache.get_kept(digest) for code, digest in made.trees.items()}


def get_current_report(folder: CycleFolder, cache: DocumentCache) -> Mapping[Language, Document]:
    """The report as it was compiled, where what it rests on is still so. Raises ``Refused`` with what has changed."""
    documents = compiled_documents(folder, cache)
    made = folder.case.compilation
    if made and (changes := find_changes(folder.basis(made.rests_on), folder.basis())):
        reason = f"what is held has changed since it was compiled: {'; '.join(changes)}"
        raise Refused(CYCLE, "find the report", reason, "compile it again")
    return documents


def reply_text(reply: ReplyCase, language: Language, cache: DocumentCache) -> ReplyText:
    """A reply in one language; without words while its translation is awaited, or where it says that it has none."""
    nil = reply.kind is LetterKind.NIL
    heading, nodes = (None, []) if nil else words_in(reply, language, cache)
    return ReplyText(
        state=reply.state,
        original=reply.language,
        dated=reply.dated,
        addresses=reply.addresses,
        nodes=tuple(nodes),
        heading=heading,
        on_web=reply.in_summary,
        names=_names(reply, cache.folder),
        nil=nil,
        is_organisation=is_no_state(reply.state, cache.folder.case.added_authors),
    )


def _names(reply: ReplyCase, folder: CycleFolder) -> Mapping[str, str]:
    """How authors are printed in each language, where they are not one State that speaks for itself."""
    added = folder.case.added_authors
    if len(reply.authors) == 1 and not reply.group and not is_no_state(reply.state, added):
        return {}
    names = {}
    for language in Language:
        name = write_list([author_name(author, language, added) for author in reply.authors], language)
        if reply.group:
            members = reply.confirmation.members if reply.confirmation else ()
            group = author_name(reply.group, language, added)
            if members:
                named = write_list([author_name(member, language, added) for member in members], language)
                group = f"{group}: {named}"
            name = say("reply-on-behalf", language, name=name, group=group)
        names[language.value] = name
    return names


@dataclass(frozen=True, slots=True)
class CompileOptions:
    """What is to be compiled: languages, formats (names of ``converting.FORMS``), where to, and the report's date."""

    languages: tuple[Language, ...]
    forms: tuple[str, ...]
    into: Path
    submitted: date
    force: bool = False


def compile_report(
    folder: CycleFolder,
    order: CompileOptions,
    actor: Actor,
    now: When,
    advance: Callable[[str], None] = lambda name: None,
) -> Mapping[Language, Document]:
    """Write ``report.LANG.ENDING`` for each language and format; ``advance`` is told the name of each as it is made.

    Every file is made before the first is written. The report is kept as it is written, with what it rests on: it is
    recorded first, and a new folder then appears whole. Raises ``Refused`` where a reply is not settled, ``Conflict``
    where somebody worked on the cycle meanwhile, ``OutputRefused`` where something may not be written.
    """
    place_replies(folder, actor, now)
    cache = DocumentCache(folder)
    reports = {language: compose_cycle(folder, language, order.submitted, cache) for language in order.languages}
    documents = {language: _sealed(report.document, folder.rests_on.seal) for language, report in reports.items()}
    files = _write_files(documents, order.forms, advance) | {
        f"ties.{language}.json": encode({"ties": list(report.ties), "untied": list(report.untied)})
        for language, report in reports.items()
        if report.ties
    }
    command, kept = _compilation(folder, documents, files, order.submitted)
    decide(folder.case, command, actor, now)
    with staging(order.into, files, force=order.force) as staged:
        folder.give_together([(CYCLE, command)], actor, now, kept, whole=True)
        staged.put()
    return documents


def _write_files(
    documents: Mapping[Language, Document], forms: tuple[str, ...], advance: Callable[[str], None]
) -> dict[str, bytes]:
    files = {}
    for language, document in documents.items():
        for form in forms:
            name = f"report.{language}{FORMS[form].ending}"
            files[name] = convert_document(document, form).content
            advance(name)
    return files


def _is_unsettled(reply: ReplyCase) -> bool:
    """Whether a letter waits that would change what is printed: one that nobody has confirmed or placed.

    A copy of what is confirmed waits as well, and changes nothing; what cannot be read is told, and handed in by waiver
    alone.
    """
    waiver = reply.waivers.get(Gate.UNCONFIRMED)
    if waiver is not None and waiver.version == len(reply.versions):
        return False
    if reply.stage in (ReplyStage.RECEIVED, ReplyStage.CONFIRMED):
        return True
    return reply.stage is ReplyStage.PLACED and any(version.kind.is_printed for version in reply.pending)


def _compilation(
    folder: CycleFolder, documents: Mapping[Language, Document], files: Mapping[str, bytes], dated: date
) -> tuple[c.CompileReport, Kept]:
    """The command that sets a report, with what it rests on, and all that is kept of it."""
    trees = {language: keep_document(one.source.sha256, one, "report") for language, one in documents.items()}
    sums = {name: digest_of(content) for name, content in files.items()}
    command = c.CompileReport(
        languages=tuple(language.value for language in documents),
        digest=seal_of(documents),
        unsettled=tuple(reply.id for reply in folder.replies if _is_unsettled(reply)),
        dated=str(dated),
        rests_on=folder.rests_on.number,
        pipeline=pipeline_version(),
        register=register_version(),
        trees=tuple(f"{language} {reading.digest}" for language, reading in trees.items()),
        files=tuple(f"{name} {digest}" for name, digest in sums.items()),
    )
    return command, Kept(tuple(files.values()), tuple(trees.values()), sums)


def write_kept(folder: CycleFolder, into: Path, *, force: bool = False) -> tuple[str, ...]:
    """Write the files of the report as it was compiled once more; their names.

    Raises ``Refused`` where it was not compiled, ``OutputRefused`` where something may not be written.
    """
    made = folder.case.compilation
    if made is None or not made.files:
        raise Refused(CYCLE, "find the report", "no files of a compiled report are kept", "run verbale compile")
    files = {name: folder.store.get_content(sha256) for name, sha256 in made.files.items()}
    write_together(into, files, force=force)
    return tuple(files)
