"""Correcting a report that is out: its corrigendum, composed from the report as it should read, and recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from verbale.app.compiling import compiled_documents
from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.reading import read_guarded
from verbale.app.recording import next_symbol
from verbale.app.writing import staging
from verbale.compose.corrigendum import Correction, compose_corrigendum, find_corrections
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, decide
from verbale.errors import Refused
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.store.cycle_store import Kept


@dataclass(frozen=True, slots=True)
class CorrectedText:
    """The report in one language as it should read: the bytes of a file and its name."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Corrigendum:
    """A corrigendum that went out: its symbol, and in each language how many places it corrects.

    A language has ``None`` where no corrected text was given, so that nothing was composed.
    """

    symbol: str
    places: Mapping[Language, int | None]


@dataclass(frozen=True, slots=True)
class Issuing:
    """How a corrigendum is issued: why, on what day, into which folder, in which formats, over files that exist.

    Without ``into`` nothing is written: its files are kept in the desk.
    """

    reason: str
    dated: date
    into: Path | None = None
    forms: tuple[str, ...] = ("docx", "html")
    force: bool = False


def issue_corrigendum(
    folder: CycleFolder,
    languages: Iterable[Language],
    texts: Sequence[CorrectedText],
    issuing: Issuing,
    actor: Actor,
    now: When,
) -> Corrigendum:
    """Issue the next corrigendum of the report, ``corrigendum-N.LANG.ENDING``, for some or all languages.

    Each of ``texts`` is compared with the report as it was issued, or as it was last corrected; it is kept, and written
    beside the corrigendum as ``corrigendum-N.LANG.text.ENDING``. A language without a text is recorded only. Raises
    ``Refused`` where a text says what is issued already, or is in a language that the report does not have.
    """
    symbol, cache = next_symbol(folder, "Corr."), DocumentCache(folder)
    number = symbol.rpartition(".")[2]
    files: dict[str, bytes] = {}
    places: dict[Language, int | None] = dict.fromkeys(languages)
    for text in texts:
        issued, corrections = _corrected(folder, cache, text)
        language = issued.language or Language.EN
        document = compose_corrigendum(folder.cycle, symbol, issued, corrections, issuing.dated)
        name = f"corrigendum-{number}.{language}"
        files |= {f"{name}{FORMS[form].ending}": convert_document(document, form).content for form in issuing.forms}
        files[f"{name}.text{PurePath(text.name).suffix}"] = text.data
        places[language] = len(corrections)
    codes = tuple(language.value for language in Language if language in places)
    command = c.IssueCorrigendum(symbol, issuing.dated, codes, issuing.reason)
    decide(folder.case, command, actor, now)
    sums = {name: folder.store.digest_of(content) for name, content in files.items()}
    with staging(issuing.into, files, force=issuing.force) as staged:
        folder.give_together([(CYCLE, command)], actor, now, Kept(tuple(files.values()), files=sums), whole=True)
        staged.put()
    return Corrigendum(symbol, places)


def _corrected(
    folder: CycleFolder, cache: DocumentCache, text: CorrectedText
) -> tuple[Document, tuple[Correction, ...]]:
    """The report that a text corrects, and what it corrects."""
    document = read_guarded(text.data, text.name, finding=False)
    issued, language = compiled_documents(folder, cache), document.language
    if language is None or language not in issued:
        reason = f"it is in {language or 'no official language'}, and the report in {', '.join(issued)}"
        raise Refused(text.name, "correct", reason, "give the report as it should read")
    base = _last_text(folder, language) or issued[language]
    corrections = find_corrections(base, document)
    if not corrections:
        raise Refused(text.name, "correct", "it says what is issued already", "give the report as it should read")
    return base, corrections


def _last_text(folder: CycleFolder, language: Language) -> Document | None:
    """The report in a language as it was last corrected; none where it was not."""
    mark = f".{language}.text"
    held = [
        (name, sha256)
        for _, files in sorted(folder.store.all_files().items())
        for name, sha256 in files.items()
        if name.startswith("corrigendum-") and mark in name
    ]
    if not held:
        return None
    name, sha256 = held[-1]
    return read_guarded(folder.store.get_content(sha256), name, finding=False)
