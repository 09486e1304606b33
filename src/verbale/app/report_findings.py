"""What the checks find in a report as it was compiled, and what persons said of it.

A finding is named by its key, which stays the same in the next compilation where the unit and its words do: what was
accepted once is accepted there too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from pathlib import Path

import msgspec

from verbale import __version__
from verbale.app.checking import check_documents, get_rules
from verbale.app.cycles import CycleFolder
from verbale.app.kept_files import keep_file
from verbale.app.pipeline import pipeline_version, register_version
from verbale.app.readings import document_of
from verbale.app.working import work_on_bytes
from verbale.desk.cases import CYCLE, Compilation
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, moment_of
from verbale.desk.events import EventKind
from verbale.errors import BadReference, Refused
from verbale.model.checked import CheckedFinding
from verbale.model.finding import Severity
from verbale.store.contents import KeptReading, digest_of
from verbale.store.judgements import Judgement, add_judgement, contents_of_readings, find_judgements

_FOLDER = "checked"


class Verdict(StrEnum):
    """What a person says of a finding."""

    ACCEPTED = "accepted"
    """It may stand."""
    TO_MEND = "to-mend"
    """It is to be mended before the report goes out."""


class KeptFinding(msgspec.Struct, frozen=True):
    """A finding of a report in one language: its key and rule, an English sentence, and the stretch of a unit.

    ``ref`` is empty where the report as a whole is meant; ``related`` are places that it is compared with, each a
    language and a ref. No words of the report are kept here.
    """

    key: str
    rule: str
    severity: Severity
    message: str
    ref: str = ""
    start: int = 0
    end: int = 0
    related: tuple[tuple[str, str], ...] = ()


class ReportFindings(msgspec.Struct, frozen=True):
    """The findings of a report by language, in reading order."""

    languages: Mapping[str, tuple[KeptFinding, ...]]


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding with the latest that a person said of it."""

    finding: KeptFinding
    judgement: Judgement | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether it may stand."""
        return self.judgement is not None and self.judgement.verdict == Verdict.ACCEPTED


def is_checked(folder: CycleFolder, kept_in: Path) -> bool:
    """Whether the report as it was compiled last was checked by this version of the program."""
    made = folder.case.compilation
    return made is not None and (kept_in / _FOLDER / _name(made)).exists()


def check_report(folder: CycleFolder, kept_in: Path) -> ReportFindings:
    """What the checks find in the report as it was compiled last, its languages compared; kept in a folder.

    Raises ``Refused`` where it was not compiled.
    """
    made = folder.case.compilation
    if made is None or not made.trees:
        raise Refused(CYCLE, "check the report", "it was not compiled", "compile it")

    def check() -> bytes:
        readings = [folder.store.get_reading(digest) for digest in made.trees.values()]
        records = msgspec.msgpack.encode([reading.record for reading in readings])
        return work_on_bytes(records, str(folder.address), _check)

    return msgspec.json.decode(keep_file(kept_in / _FOLDER, _name(made), check), type=ReportFindings)


def _name(made: Compilation) -> str:
    """The name of the file of findings: other reports, rules or registers have another."""
    parts = [__version__, pipeline_version(), register_version(), *made.trees.values()]
    return f"{digest_of(' '.join(parts).encode())}.json"


def _check(data: bytes, name: str) -> bytes:
    """In the worker: the records of readings to findings."""
    records = msgspec.msgpack.decode(data, type=list[bytes])
    documents = [document_of(KeptReading("", name, "report", record)) for record in records]
    languages = {document.source.name: str(document.language) for document in documents}
    found = {
        (own := str(one.document.language)): tuple(_kept(each, own, languages) for each in one.found)
        for one in check_documents(documents, get_rules(()))
    }
    return msgspec.json.encode(ReportFindings(found))


def _kept(found: CheckedFinding, own: str, languages: Mapping[str, str]) -> KeptFinding:
    one = found.finding
    places = ((languages.get(place.source, ""), place.ref) for place in one.related)
    # A place in the unit itself leads nowhere.
    related = tuple(dict.fromkeys(place for place in places if place[0] and place != (own, one.ref)))
    return KeptFinding(found.key, one.rule, one.severity, one.message, one.ref, one.start, one.end, related)


def judged_findings(folder: CycleFolder, kept_in: Path, language: str) -> tuple[JudgedFinding, ...]:
    """The findings of the report in one language with what was said of each, in this compilation or one before."""
    found: Sequence[KeptFinding] = check_report(folder, kept_in).languages.get(language, ())
    said = find_judgements(folder.store.database, _contents(folder, language))
    return tuple(JudgedFinding(one, said.get(one.key)) for one in found)


def _contents(folder: CycleFolder, language: str) -> tuple[str, ...]:
    """The contents that the report was in a language, in all its compilations."""
    trees: list[str] = []
    for entry in folder.entries:
        if entry.event.kind is EventKind.REPORT_COMPILED:
            told = entry.event.facts.get("trees", ())
            pairs = (str(one).split() for one in told) if isinstance(told, tuple) else ()
            trees += [pair[1] for pair in pairs if pair[0] == language]
    return contents_of_readings(folder.store.database, trees)


def judge_finding(
    folder: CycleFolder,
    kept_in: Path,
    place: tuple[str, str],
    said: tuple[Verdict, str],
    actor: Actor,
    now: When,
) -> JudgedFinding:
    """Say of a finding of the report that it may stand or is to be mended, and why.

    ``place`` is a language and the key of the finding, ``said`` the verdict and the reason. Raises ``BadReference``
    without a reason, or where the report as it was compiled last has no such finding.
    """
    language, key = place
    verdict, reason = said
    if not reason.strip():
        raise BadReference(key, "a reason is needed: say why the finding may stand, or what is to be mended")
    found = next((one for one in judged_findings(folder, kept_in, language) if one.finding.key == key), None)
    made = folder.case.compilation
    if found is None or made is None:
        raise BadReference(key, "no finding of the report has this key; look at it as it is now")
    (content,) = contents_of_readings(folder.store.database, [made.trees[language]])
    at = moment_of(now).astimezone(UTC).isoformat(timespec="seconds")
    judgement = Judgement(content, key, verdict, reason.strip(), at, actor.name)
    add_judgement(folder.store.database, judgement)
    return JudgedFinding(found.finding, judgement)
