"""What was received compared with what came out: every character of every letter found again, or its fate told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from verbale.app.compiling import compiled_documents, compose_cycle, seal_of
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache, refs_of_words
from verbale.app.letter_fates import fate_of, fate_of_other, find_unsettled, reason_of, reason_of_other, waivers_of
from verbale.app.translated_words import words_in
from verbale.app.working import work_on_bytes
from verbale.desk.answering import FRAME
from verbale.desk.cases import Destination, ReplyCase, ReplyVersion
from verbale.desk.commands import Channel
from verbale.desk.events import EventKind, Fact
from verbale.desk.language_runs import find_runs
from verbale.desk.report_basis import find_changes, replies_of_report
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.reconciliation import Account, Fate, Reconciliation, Rendition, UnitFate
from verbale.read.mail import Mail, read_mail
from verbale.read.mail_signs import is_mail
from verbale.structure.clean_text import INVISIBLE_CHARS

AS_COMPILED = "the report as compiled, {dated}"
CHANGED_SINCE = "the report as it would be compiled now: what is held has changed since it was compiled"
BEFORE_CHANGES = "the report as compiled, {dated}: what is held has changed since, and some of it was redacted"
NOT_COMPILED = "the report as it would be compiled now: it was not compiled yet"
_PIECES: Mapping[str, str] = {
    "read/drawing": "pictures",
    "read/image-only": "pictures",
    "read/comment": "comments",
    "read/tracked-change": "tracked changes",
    "read/form-field": "form fields",
    "read/table": "tables",
}
"""What the reader's findings count, by their rule."""
_INVISIBLE = str.maketrans("", "", "".join(INVISIBLE_CHARS))


def reconcile(folder: CycleFolder) -> Reconciliation:
    """An account of each version of each reply of a cycle, in the order in which the replies came.

    Nothing is taken from what was recorded as done: the report is composed anew and the pages that went out are read
    again, and the units of each letter are looked for in them. Raises ``StoreBroken`` or a ``ReadFailed``.
    """
    return reconcile_units(folder)[0]


def reconcile_units(folder: CycleFolder) -> tuple[Reconciliation, tuple[UnitFate, ...]]:
    """The same, with what became of each unit of each version that can be read."""
    case, cache = folder.case, DocumentCache(folder)
    languages = _languages(folder)
    documents, standing = _documents(folder, languages, cache)
    holds = standing == AS_COMPILED
    if case.compilation:
        standing = standing.format(dated=case.compilation.dated)
    bench = _Reconciler(cache, documents)
    accounts = tuple(bench.account(reply, version) for reply in folder.replies for version in reply.versions)
    report = case.issued[0][0] if case.issued else folder.cycle.report
    return Reconciliation(report, standing, holds, languages, accounts, folder.seal), tuple(bench.units)


def _documents(
    folder: CycleFolder, languages: tuple[Language, ...], cache: DocumentCache
) -> tuple[Mapping[Language, Document], str]:
    """The report in its languages: as it was compiled, or as it would be compiled now; and which of the two it is."""
    case, calendar = folder.case, folder.cycle.calendar
    made = case.compilation
    if made and made.trees and not find_changes(folder.basis(made.rests_on), folder.basis()):
        return compiled_documents(folder, cache), AS_COMPILED
    if made and made.trees and case.redacted:
        # What was redacted stands in no report that is composed now.
        return compiled_documents(folder, cache), BEFORE_CHANGES
    dated = date.fromisoformat(made.dated) if made and made.dated else calendar.submission or calendar.deadline
    documents = {language: compose_cycle(folder, language, dated, cache).document for language in languages}
    if made and not made.trees and seal_of(documents) == made.digest:
        return documents, AS_COMPILED
    return documents, CHANGED_SINCE if made else NOT_COMPILED


def _languages(folder: CycleFolder) -> tuple[Language, ...]:
    """Those that the report was compiled in; else those that it has settled parts in, else those of the policy."""
    made = folder.case.compilation
    settled = {code for _, code in folder.case.parts}
    policy = folder.cycle.policy_on(folder.cycle.calendar.deadline)
    compiled = tuple(map(Language, made.languages)) if made else ()
    return compiled or tuple(each for each in Language if each in settled) or policy.languages


@dataclass(slots=True)
class _Reconciler:
    """The report in its languages, the pages that went out, and what each letter is compared with."""

    cache: DocumentCache
    documents: Mapping[Language, Document]
    in_report: frozenset[str] = field(init=False)
    _printed_in: frozenset[str] = field(init=False)
    pages: dict[str, list[Node]] = field(default_factory=dict)
    units: list[UnitFate] = field(default_factory=list)
    messages: Mapping[str, Sequence[tuple[str, Mail]]] | None = None

    def __post_init__(self) -> None:
        self._printed_in = frozenset(language.value for language in self.documents)
        self.in_report = frozenset(reply.id for reply in replies_of_report(*self.cache.folder.basis()))

    def account(self, reply: ReplyCase, version: ReplyVersion) -> Account:
        """The account of one version. Of what is kept and cannot be read no character is known."""
        counts = version.number == reply.standing.number
        account = Account(
            case=reply.id,
            state=reply.state,
            version=version.number,
            versions=len(reply.versions),
            counts=counts,
            name=version.name,
            sha256=version.sha256,
            received=version.received,
            channel=version.channel,
            dated="",
            language="",
            words=0,
            characters=0,
            fates={},
            omitted=(),
            stage=reply.stage.value,
            destination="",
            reason=f"it cannot be read: {version.unread}",
            copies=reply.copies if counts else 0,
            kind=reply.kind_of(version).value,
            unsettled=find_unsettled(reply, version),
            waivers=waivers_of(reply) if counts else (),
        )
        return account if version.unread else self._with_words(account, reply, version)

    def _with_words(self, account: Account, reply: ReplyCase, version: ReplyVersion) -> Account:
        """The account of a version that was read, with what became of its words."""
        counts = account.counts
        units = self._units(reply, version, counts=counts)
        self.units += units
        fates: dict[Fate, int] = {}
        for unit in units:
            fates[unit.fate] = fates.get(unit.fate, 0) + unit.characters
        printed, posted = self._where(reply, fates)
        why = self._reason(reply, fates) if counts else reason_of_other(reply, version)
        return replace(
            account,
            dated=reply.dated,
            language=version.language or reply.language,
            words=version.words,
            characters=sum(fates.values()),
            fates=fates,
            omitted=tuple(unit.ref for unit in units if unit.ref and unit.fate is Fate.OMITTED),
            destination=reply.destination.value if reply.destination else "",
            reason=self._redacted(version) or why,
            beside=self._beside(version),
            printed=printed if counts else "",
            posted=posted if counts else "",
            renditions=self._renditions(reply) if counts and reply.id in self.in_report else {},
            pieces=self._pieces(version),
        )

    def _pieces(self, version: ReplyVersion) -> Mapping[str, int]:
        """What came besides characters, as the reader told of it."""
        if version.channel == Channel.PRINT or version.sha256 in self.cache.folder.case.redacted:
            return {}
        letter = self.cache.letter(version)
        rules = Counter(_PIECES[finding.rule] for finding in letter.findings if finding.rule in _PIECES)
        pages = max((node.page or 0 for node in letter.nodes), default=0)
        found = {"pages": pages, **rules, "enclosures": len(self._beside(version))}
        return {name: count for name, count in found.items() if count}

    def _units(self, reply: ReplyCase, version: ReplyVersion, *, counts: bool) -> list[UnitFate]:
        """What became of each unit of a version; what was read into no unit stands nowhere."""
        if version.sha256 in self.cache.folder.case.redacted:
            return []
        language, letter, nodes, body = self._letter(reply, version)
        sizes = _sizes(letter, nodes)
        known = sum(sizes.values())
        characters = _length(letter.source.text) if version.channel != Channel.PRINT else known
        places = self._places(reply, language, [node for node in nodes if node.ref in body]) if counts else {}
        found = {ref: fate for ref, (fate, _) in places.items()}
        runs = find_runs([node for node in nodes if node.kind not in FRAME])
        others = {ref for run in runs for ref in run.refs}
        at = (reply.id, version.number, counts)
        units = [UnitFate(*at, "", "", 0, characters - known, Fate.OMITTED)] if characters != known else []
        for node in nodes:
            said = fate_of(reply, node, found, self._printed_in) if counts else fate_of_other(reply, version)
            besides = Fate.OTHER_VERSION if node.ref in others else Fate.FRAME
            fate, where = said if node.ref in body else besides, ""
            if node.ref in body and node.ref in places:
                where = places[node.ref][1]
            units.append(UnitFate(*at, node.ref, node.kind.value, node.page or 0, sizes[node.ref], fate, where))
        return units

    def _redacted(self, version: ReplyVersion) -> str:
        """Why the bytes of a version are no longer held; empty where they are."""
        for entry in self.cache.folder.entries:
            facts = entry.event.facts
            if entry.event.kind is EventKind.CONTENT_REDACTED and version.sha256 in _sums(facts["contents"]):
                return f"redacted on {entry.event.at[:10]} by {entry.event.actor}: {facts['reason']} ({facts['rule']})"
        return ""

    def _letter(self, reply: ReplyCase, version: ReplyVersion) -> tuple[str, Document, Sequence[Node], set[str]]:
        """The language and tree of a letter, its units, and the refs of those that are to be reproduced.

        Of a reply known from print alone, the units are those printed under its heading, in the language held.
        """
        if version.channel != Channel.PRINT:
            letter, wanted = refs_of_words(reply, version, self.cache)
            return reply.language, letter, letter.nodes, wanted
        code, held = next((code, one.held) for code, one in reply.translations.items() if one.held)
        nodes = self.cache.nodes(held)
        return code, self.cache.document(held), nodes, {node.ref for node in nodes}

    def _places(self, reply: ReplyCase, language: str, body: Sequence[Node]) -> Mapping[str, tuple[Fate, str]]:
        """Where each unit of a reply was found again, by its ref, with the symbol or address; in print before on the
        web."""
        found: dict[str, tuple[Fate, str]] = {}
        if reply.id in self.in_report and language in self.documents:
            report = self.documents[Language(language)]
            shown = [_found(body, part) for part in _parts(report, reply.state)]
            issued = self.cache.folder.case.issued
            symbol = issued[0][0] if issued else self.cache.folder.cycle.report
            found |= dict.fromkeys(max(shown, key=len, default=()), (Fate.REPORT, symbol))
        for out in reply.published:
            if out.digest:
                fate = Fate.ADDENDUM if self._is_symbol(out.where) else Fate.WEB
                gone = out.digest in self.cache.folder.case.redacted
                shown_there = [node.ref for node in body] if gone else _found(body, self._page(out.digest))
                found = {**dict.fromkeys(shown_there, (fate, out.where)), **found}
        return found

    def _page(self, digest: str) -> list[Node]:
        if digest not in self.pages:
            self.pages[digest] = list(self.cache.get(digest, "page.html").nodes)
        return self.pages[digest]

    def _reason(self, reply: ReplyCase, fates: Mapping[Fate, int]) -> str:
        """Why a reply is where it is, and why its own words are not in the report where that is why."""
        lacking = fates.get(Fate.OMITTED) and reply.id in self.in_report and reply.language not in self.documents
        gone = any(out.digest in self.cache.folder.case.redacted for out in reply.published)
        beside = f"; the report was not compiled in {reply.language}" if lacking else ""
        beside += "; its page was redacted, and is taken to have shown all of it" if gone else ""
        return reason_of(reply) + beside

    def _beside(self, version: ReplyVersion) -> tuple[str, ...]:
        """What came with a letter in its message, as far as it was not received as a letter itself."""
        if version.channel != Channel.MAIL:
            return ()
        if self.messages is None:
            self.messages = _messages(self.cache.folder)
        digest_of = self.cache.folder.store.digest_of
        letters = {each.sha256 for reply in self.cache.folder.replies for each in reply.versions}
        found = []
        for carrier, mail in self.messages.get(version.carrier or version.sha256, ()):
            is_letter = carrier in letters or digest_of(mail.text.encode()) in letters
            if not is_letter and (size := _length(mail.text)):
                found.append(f"the words of the message, {size:,} characters")
            others = [each for each in mail.enclosures if digest_of(each.data) not in letters]
            found += [f"{each.name}, {len(each.data):,} bytes" for each in others]
        return tuple(dict.fromkeys(found))

    def _is_symbol(self, where: str) -> bool:
        return any(where == symbol for symbol, _ in self.cache.folder.case.issued)

    def _where(self, reply: ReplyCase, fates: Mapping[Fate, int]) -> tuple[str, str]:
        """Where a reply is in print, and where on the web, as published or as it is to be."""
        symbols = [out.where for out in reply.published if self._is_symbol(out.where)]
        pages = [out.where for out in reply.published if not self._is_symbol(out.where)]
        planned = "report, not issued" if reply.id in self.in_report or fates.get(Fate.REPORT) else ""
        if not planned and reply.destination is Destination.ADDENDUM:
            planned = "addendum, not issued"
        wanted = reply.destination is Destination.WEB or reply.in_summary
        printed = ", ".join(dict.fromkeys(symbols)) or planned
        return printed, ", ".join(dict.fromkeys(pages)) or ("not posted yet" if wanted else "")

    def _renditions(self, reply: ReplyCase) -> Mapping[Language, Rendition]:
        return {language: self._rendition(reply, language) for language in self.documents}

    def _rendition(self, reply: ReplyCase, language: Language) -> Rendition:
        if reply.language == language.value:
            return Rendition.ORIGINAL
        held = reply.translation_into(language.value)
        if held and (held.digest in self.cache.folder.case.redacted or words_in(reply, language, self.cache)[1]):
            return Rendition.TRANSLATED
        return Rendition.AWAITED if language.value in reply.translations else Rendition.LACKING


def _sums(fact: Fact) -> tuple[str, ...]:
    return fact if isinstance(fact, tuple) else ()


def _messages(folder: CycleFolder) -> Mapping[str, Sequence[tuple[str, Mail]]]:
    """The messages that are held, with their checksum, by it and by that of each letter that may have come in them.

    Letters of the first form do not say which message brought them.
    """
    found: dict[str, list[tuple[str, Mail]]] = {}
    versions = [version for reply in folder.replies for version in reply.versions]
    carriers = {version.carrier for version in versions} - {""}
    if any(version.channel == Channel.MAIL and not version.carrier for version in versions):
        carriers |= {sha256 for sha256 in folder.store.contents() if is_mail(folder.store.get_content(sha256))}
    for sha256 in sorted(carriers - folder.case.redacted):
        if not is_mail(content := folder.store.get_content(sha256)):
            continue  # a PDF with the letters inside it
        mail = work_on_bytes(content, sha256, read_mail)
        for key in {sha256, *map(folder.store.digest_of, (mail.text.encode(), *(one.data for one in mail.enclosures)))}:
            found.setdefault(key, []).append((sha256, mail))
    return found


def _parts(report: Document, state: str) -> Iterator[list[Node]]:
    """What stands in a report under each heading of a State, the footnotes with it."""
    notes = [node for node in report.nodes if node.kind is NodeKind.FOOTNOTE]
    for heading in report.nodes:
        last = heading.ref.rpartition(".")[2].partition("~")[0]
        if heading.kind is NodeKind.REPLY_HEADING and last == state:
            below = f"{heading.ref}."
            yield [heading, *(node for node in report.nodes if node.ref.startswith(below)), *notes]


def _found(body: Sequence[Node], shown: Iterable[Node]) -> list[str]:
    """The refs of the units whose every word stands in what is shown, in the same order; footnotes in any place."""
    text = "".join(_squeezed(node.printed) for node in shown)
    found, at = [], 0
    for node in body:
        note = node.kind is NodeKind.FOOTNOTE
        place = 0 if note else at
        for words in _runs(node):
            place = text.find(words, place)
            if place < 0:
                break
            place += len(words)
        else:
            found.append(node.ref)
            at = at if note else place
    return found


def _runs(node: Node) -> list[str]:
    """The words of a unit between its footnote markers, without white space, its number or bullet first."""
    cuts = [0, *sorted(mark.at for mark in node.notes), len(node.text)]
    texts = [node.text[start:end] for start, end in pairwise(cuts)]
    label = node.number if node.kind is not NodeKind.FOOTNOTE else ""
    return [words for words in map(_squeezed, [label, *texts]) if words]


def _sizes(letter: Document, nodes: Sequence[Node]) -> Mapping[str, int]:
    """The characters of the source that each unit was made of, each once; white space and marks of direction not."""
    text, taken = letter.source.text, bytearray(len(letter.source.text))
    sizes = {}
    for node in nodes:
        spans = [*node.label_spans, *(piece.span for piece in node.pieces), *(mark.span for mark in node.notes)]
        size = 0
        for span in spans:
            for at in range(span.start, span.end):
                size += not (taken[at] or text[at].isspace() or text[at] in INVISIBLE_CHARS)
                taken[at] = 1
        sizes[node.ref] = size
    return sizes


def _squeezed(text: str) -> str:
    return "".join(text.split()).translate(_INVISIBLE)


def _length(text: str) -> int:
    return len(_squeezed(text))
