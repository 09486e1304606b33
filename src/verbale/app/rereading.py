"""What this version of the program reads otherwise than what was kept: shown, and adopted only where a person says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.app.cycle_terms import diff_lines
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.pipeline import pipeline_version
from verbale.app.readings import read_version
from verbale.desk.cases import ReplyCase, ReplyVersion
from verbale.desk.casework import AdoptReading
from verbale.desk.commands import Actor, Channel
from verbale.desk.deciding import When
from verbale.desk.intake import Proposal, propose
from verbale.desk.language_runs import find_run
from verbale.errors import Refused
from verbale.model.contract import Record
from verbale.model.document import Document
from verbale.store.contents import KeptReading


@dataclass(frozen=True, slots=True)
class Reread:
    """A version as it was kept and as this version of the program reads it.

    ``before`` and ``after`` are the versions of the program, ``lines`` what is otherwise in the words that are the
    State's (``-`` as kept, ``+`` as read now), ``findings`` how many findings there were and are.
    """

    case: str
    state: str
    version: int
    name: str
    before: str
    after: str
    lines: tuple[str, ...]
    findings: tuple[int, int]

    @property
    def differs(self) -> bool:
        """Whether a person has something to look at."""
        return bool(self.lines) or self.findings[0] != self.findings[1]


def reread_record(one: Reread) -> Record:
    """A version as it was kept and as it is read now: the versions of the program, and what is otherwise."""
    return {
        "case": one.case,
        "state": one.state or None,
        "version": one.version,
        "name": one.name,
        "before": one.before or None,
        "after": one.after,
        "differs": one.differs,
        "lines": list(one.lines),
        "findings": {"before": one.findings[0], "after": one.findings[1]},
    }


def reread(folder: CycleFolder) -> Iterator[Reread]:
    """Every version whose reading another version of the program made, read anew; nothing is recorded."""
    for reply in folder.replies:
        for version in reply.versions:
            if _is_readable(folder, version):
                found = _reread(folder, reply, version)
                if found is not None:
                    yield found[0]


def adopt_reading(folder: CycleFolder, case: str, reason: str, actor: Actor, now: When) -> int:
    """Let the versions of a reply be as this version of the program reads them; how many were adopted.

    Raises ``Refused`` where nothing is otherwise.
    """
    reply = folder.get_reply(case)
    adopted = 0
    for version in reply.versions:
        found = _reread(folder, reply, version) if _is_readable(folder, version) else None
        if found is None:
            continue
        _, reading, refs = found
        folder.give(case, AdoptReading(version.sha256, reading.digest, reason, refs), actor, now, (), [reading])
        adopted += 1
    if not adopted:
        raise Refused(case, "adopt a reading", "this version of the program made the reading that is kept")
    return adopted


def _is_readable(folder: CycleFolder, version: ReplyVersion) -> bool:
    return version.channel != Channel.PRINT and version.sha256 not in folder.case.redacted


def _reread(
    folder: CycleFolder, reply: ReplyCase, version: ReplyVersion
) -> tuple[Reread, KeptReading, tuple[str, ...]] | None:
    confirmed = reply.words.get(version.number)
    digest = confirmed.reading if confirmed else version.reading
    kept = folder.store.get_reading(digest) if digest else None
    if kept is not None and kept.pipeline == pipeline_version():
        return None
    document, reading, proposal = read_version(folder, version)
    before = DocumentCache(folder).letter(version, digest)
    proposed = propose(before, folder.cycle)
    shown = confirmed.refs if confirmed and confirmed.refs is not None else proposed.reproduced
    refs = _refs_as_before(proposed, shown, proposal)
    result = Reread(
        case=reply.id,
        state=reply.state,
        version=version.number,
        name=version.name,
        before=kept.pipeline if kept else "",
        after=pipeline_version(),
        lines=diff_lines(_lines(before, shown), _lines(document, refs)),
        findings=(len(before.findings), len(document.findings)),
    )
    return result, reading, refs


def _refs_as_before(before: Proposal, shown: Sequence[str], after: Proposal) -> tuple[str, ...]:
    """What is to be reproduced: the version in the same language, where one of several was confirmed."""
    chosen = next((run.language for run in before.runs if set(run.refs) == set(shown)), "")
    run = find_run(after.runs, chosen)
    return run.refs if run else after.reproduced


def _lines(document: Document, refs: Sequence[str]) -> list[str]:
    """The words of some units, a line each with its number or bullet and the marks of its notes."""
    wanted = set(refs)
    return [node.printed for node in document.nodes if node.ref in wanted]
