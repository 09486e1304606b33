"""The report of a cycle in each language, compiled of what the desk holds and written in each format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.encoding import encode
from verbale.app.translated_words import words_in
from verbale.app.writing import write_together
from verbale.compose.replies import ReplyText
from verbale.compose.report import Report, compose_report
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Destination, ReplyCase, ReplyStage
from verbale.desk.commands import Actor
from verbale.desk.deciding import decide
from verbale.desk.placing import place_reply
from verbale.errors import Refused
from verbale.find.annotate import find_annotations
from verbale.find.setting import setting_of
from verbale.model.document import Document
from verbale.model.language import Language


def place_replies(folder: CycleFolder, actor: Actor, now: datetime) -> list[ReplyCase]:
    """Place every confirmed reply by deadline and policy; one that is placed stays, unless an extension moves it."""
    for reply in folder.replies:
        printed = any(version.channel == c.Channel.PRINT for version in reply.versions)
        if reply.stage is ReplyStage.CONFIRMED or (reply.stage is ReplyStage.PLACED and not printed):
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


def replies_of_report(folder: CycleFolder) -> tuple[ReplyCase, ...]:
    """The replies that stand in the report; one that was recalled after the issue stays in print."""
    report = folder.case.issued[0][0] if folder.case.issued else ""
    return tuple(
        reply
        for reply in folder.replies
        if reply.destination is Destination.REPORT
        and (
            reply.stage in (ReplyStage.PLACED, ReplyStage.PUBLISHED)
            or any(report and one.where == report for one in reply.published)
        )
    )


def compose_cycle(folder: CycleFolder, language: Language, submitted: date, cache: DocumentCache) -> Report:
    """The report in one language, annotated, with the ties of what was drafted."""
    replies = [reply_text(reply, language, cache) for reply in replies_of_report(folder)]
    parts = {
        section: cache.nodes(held) for (section, code), held in folder.case.parts.items() if code == language.value
    }
    report = compose_report(folder.cycle, language, replies, submitted, parts)
    document = report.document
    annotated = replace(document, annotations=find_annotations(document.nodes, setting_of(document)))
    return replace(report, document=annotated)


def seal_of(documents: Mapping[Language, Document]) -> str:
    """The SHA-256 of a report in its languages: of the checksums of their texts, in order."""
    return hashlib.sha256("".join(document.source.sha256 for document in documents.values()).encode()).hexdigest()


def recompose(folder: CycleFolder, cache: DocumentCache) -> Mapping[Language, Document]:
    """The report in the languages and with the date that it was compiled with.

    Raises ``Refused`` where it was not compiled, or where what the desk holds has changed since.
    """
    case = folder.case
    if not case.compiled or not case.report_dated:
        raise Refused(CYCLE, "find the report", "it was not compiled", "run verbale compile")
    dated = date.fromisoformat(case.report_dated)
    documents = {
        language: compose_cycle(folder, language, dated, cache).document for language in map(Language, case.languages)
    }
    if seal_of(documents) != case.compiled:
        raise Refused(CYCLE, "find the report", "what is held has changed since it was compiled", "compile it again")
    return documents


def reply_text(reply: ReplyCase, language: Language, cache: DocumentCache) -> ReplyText:
    """A reply in one language; without words while its translation is awaited."""
    heading, nodes = words_in(reply, language, cache)
    original = Language(reply.language)
    return ReplyText(reply.state, original, reply.dated, reply.addresses, tuple(nodes), heading, reply.in_summary)


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
    now: datetime,
    advance: Callable[[str], None] = lambda name: None,
) -> Mapping[Language, Document]:
    """Write ``report.LANG.ENDING`` for each language and format; ``advance`` is told the name of each as it is made.

    Every file is made before the first is written, and a new folder appears whole or not at all. Raises ``Refused``
    where a reply is not settled, ``OutputRefused`` where something may not be written.
    """
    place_replies(folder, actor, now)
    open_stages = (ReplyStage.RECEIVED, ReplyStage.CONFIRMED)
    unsettled = tuple(reply.id for reply in folder.replies if reply.stage in open_stages)
    cache = DocumentCache(folder)
    reports = {language: compose_cycle(folder, language, order.submitted, cache) for language in order.languages}
    documents = {language: report.document for language, report in reports.items()}
    codes = tuple(language.value for language in order.languages)
    command = c.CompileReport(codes, seal_of(documents), unsettled, str(order.submitted))
    decide(folder.case, command, actor, now)
    files = {}
    for language, document in documents.items():
        for form in order.forms:
            name = f"report.{language}{FORMS[form].ending}"
            files[name] = convert_document(document, form).content
            advance(name)
    files |= {
        f"ties.{language}.json": encode({"ties": list(report.ties), "untied": list(report.untied)})
        for language, report in reports.items()
        if report.ties
    }
    write_together(order.into, files, force=order.force)
    folder.give(CYCLE, command, actor, now)
    return documents
