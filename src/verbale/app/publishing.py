"""What goes out beside the report: pages of late replies and of full texts, and addenda; each kept as it went out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from verbale.app.compiling import place_replies, reply_text
from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.recording import get_deadline, next_symbol
from verbale.app.writing import staging, write_together
from verbale.compose.outside_report import Lateness, compose_addendum, compose_web_item
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Destination, Publication, ReplyCase, ReplyStage
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, decide
from verbale.desk.events import EventKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.store.cycle_store import Kept

WEB = "web"
"""The folder of the pages, in the folder that is named."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where to, on what day, for which cases (all that wait where none is named), and whether files are written over.

    Without ``into`` nothing is written: what goes out is kept in the desk, from which a website serves it. ``site`` is
    the address that the pages will have; ``languages`` and ``forms`` are those of addenda.
    """

    into: Path | None
    dated: date
    cases: tuple[str, ...] = ()
    site: str = ""
    languages: tuple[Language, ...] = tuple(Language)
    forms: tuple[str, ...] = ("docx", "html")
    force: bool = False


@dataclass(frozen=True, slots=True)
class Issued:
    """A reply that went out: its case and State, where (a symbol or an address), in what languages, and why there."""

    case: str
    state: str
    where: str
    languages: tuple[Language, ...]
    reason: str


def post_replies(folder: CycleFolder, wanted: Wanted, actor: Actor, now: When) -> tuple[Issued, ...]:
    """Publish every reply that belongs on the web and is not there yet, on a page of its own: ``web/CASE.LANG.html``.

    Those are late ones, by the policy, and the full texts of those that have a summary in the report. Each page is in
    the language received; its bytes are kept. Raises ``Refused``, or ``OutputRefused`` where a file may not be written.
    """
    place_replies(folder, actor, now)
    cache, files, given, issued = DocumentCache(folder), {}, [], []
    for reply in _asked(folder, wanted):
        if reply.destination is not Destination.WEB and not reply.in_summary:
            continue
        name = f"{reply.id}.{language_shown(reply)}.html"
        if reply.stage is ReplyStage.PUBLISHED and find_posted(reply, name):
            continue
        page = convert_document(web_item(reply, cache), "html").content
        digest = folder.store.digest_of(page)
        where = f"{wanted.site.rstrip('/') or WEB}/{name}"
        command = c.Publish(where, wanted.dated, digest)
        decide(reply, command, actor, now)
        files[name] = page
        given.append((reply.id, command))
        issued.append(Issued(reply.id, reply.state, where, (language_shown(reply),), reply.reason))
    if given:
        sums = {f"{WEB}/{name}": folder.store.digest_of(page) for name, page in files.items()}
        place = wanted.into / WEB if wanted.into else None
        with staging(place, files, force=wanted.force) as staged:
            folder.give_together(given, actor, now, Kept(tuple(files.values()), files=sums), whole=True)
            staged.put()
    _write_lost(folder, wanted.into)
    return tuple(issued)


def find_posted(reply: ReplyCase, name: str) -> Publication | None:
    """The page of a reply on the web, by the name of its file: as it was last posted."""
    return next((one for one in reversed(reply.published) if one.where.rpartition("/")[2] == name), None)


def _write_lost(folder: CycleFolder, into: Path | None) -> None:
    """Write what was published and is not in its folder, from the bytes that were kept.

    A process that ends between the record and the files leaves them to the next time.
    """
    if into is None:
        return
    compiled = {entry.number for entry in folder.entries if entry.event.kind is EventKind.REPORT_COMPILED}
    latest: dict[str, str] = {}
    for number, files in folder.store.all_files().items():
        latest |= files if number not in compiled else {}
    lost: dict[Path, dict[str, bytes]] = {}
    for name, sha256 in latest.items():
        path = into / name
        if not path.exists() and sha256 not in folder.case.redacted:
            lost.setdefault(path.parent, {})[path.name] = folder.store.get_content(sha256)
    for place, contents in lost.items():
        write_together(place, contents)


def web_item(reply: ReplyCase, cache: DocumentCache) -> Document:
    """The page of one reply, in the language received."""
    cycle = cache.folder.cycle
    full = replace(reply, summary=None)
    came = datetime.fromisoformat(reply.standing.received).astimezone(ZoneInfo(cycle.calendar.zone)).date()
    late = Lateness(came, get_deadline(cache.folder, reply.state).day) if reply.destination is Destination.WEB else None
    return compose_web_item(cycle, reply_text(full, language_shown(reply), cache), late)


def language_shown(reply: ReplyCase) -> Language:
    """The language that the page of a reply is in: its own, or English where that is none of the six."""
    return Language(reply.language) if reply.language in set(Language) else Language.EN


def waits_for_web(reply: ReplyCase) -> bool:
    """Whether a reply that is placed belongs on the web and is not there: a late one, or the full text of a summary."""
    return reply.stage is ReplyStage.PLACED and (reply.destination is Destination.WEB or reply.in_summary)


def find_waiting(folder: CycleFolder) -> tuple[ReplyCase, ...]:
    """The replies that wait for an addendum."""
    return tuple(
        reply
        for reply in folder.replies
        if reply.destination is Destination.ADDENDUM and reply.stage is ReplyStage.PLACED
    )


def publish_addendum(folder: CycleFolder, wanted: Wanted, actor: Actor, now: When) -> tuple[Issued, ...]:
    """Issue the next addendum, ``addendum-N.LANG.ENDING``, with the replies that wait for one; none where none waits.

    Raises ``Refused`` where the report is not issued, ``OutputRefused`` where a file may not be written.
    """
    place_replies(folder, actor, now)
    waiting = {reply.id for reply in find_waiting(folder)}
    replies = [reply for reply in _asked(folder, wanted) if reply.id in waiting]
    if not replies:
        _write_lost(folder, wanted.into)
        return ()
    symbol, cache = next_symbol(folder, "Add."), DocumentCache(folder)
    command = c.IssueAddendum(symbol, wanted.dated, tuple(reply.id for reply in replies))
    decide(folder.case, command, actor, now)
    files, pages = {}, {}
    for language in wanted.languages:
        texts = [reply_text(reply, language, cache) for reply in replies]
        document = compose_addendum(folder.cycle, symbol, language, texts, wanted.dated)
        pages[language.value] = convert_document(document, "html").content
        for form in wanted.forms:
            name = f"addendum-{symbol.rpartition('.')[2]}.{language}{FORMS[form].ending}"
            files[name] = convert_document(document, form).content
    own = [(reply.id, _publish(symbol, wanted.dated, pages.get(reply.language), folder)) for reply in replies]
    sums = {name: folder.store.digest_of(content) for name, content in files.items()}
    kept = Kept((*files.values(), *pages.values()), files=sums)
    with staging(wanted.into, files, force=wanted.force) as staged:
        folder.give_together([(CYCLE, command), *own], actor, now, kept, whole=True)
        staged.put()
    return tuple(Issued(reply.id, reply.state, symbol, wanted.languages, reply.reason) for reply in replies)


def _publish(symbol: str, dated: date, page: bytes | None, folder: CycleFolder) -> c.Publish:
    return c.Publish(symbol, dated, folder.store.digest_of(page) if page else "")


def _asked(folder: CycleFolder, wanted: Wanted) -> Sequence[ReplyCase]:
    """The cases that were named, or all; only what is placed can go out."""
    named = [folder.get_reply(case) for case in wanted.cases]
    return [reply for reply in named or folder.replies if reply.stage in (ReplyStage.PLACED, ReplyStage.PUBLISHED)]
