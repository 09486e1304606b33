"""What keeps a report from being handed in: letters that are unread or unconfirmed, alarms, translations, length.

Each can be waived, with who allowed it and why; a waiver holds for the version of the letter that it was given for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.app.cycles import CycleFolder
from verbale.app.summarising import find_unsummarised
from verbale.desk.cases import CYCLE, Gate, ReplyCase, ReplyStage, Waiver
from verbale.desk.casework import UndoWaiver, WaiveGate
from verbale.desk.commands import Actor, Channel
from verbale.desk.deciding import When
from verbale.desk.report_basis import replies_of_report
from verbale.errors import Refused
from verbale.model.language import Language


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """Something open of one letter: its case and authors, the gate, what it is, and the waiver where there is one."""

    case: str
    authors: tuple[str, ...]
    gate: Gate
    reason: str
    waiver: Waiver | None = None
    languages: tuple[str, ...] = ()

    def __str__(self) -> str:
        whose = f" ({', '.join(self.authors)})" if self.authors else ""
        waived = f"; waived by {self.waiver.allowed_by}: {self.waiver.reason}" if self.waiver else ""
        return f"{self.case}{whose}: {self.gate}: {self.reason}{waived}"


def find_open_matters(folder: CycleFolder, languages: Sequence[Language] = ()) -> tuple[OpenMatter, ...]:
    """Everything that is open of the letters of a cycle, for a report in these languages (those it was compiled in)."""
    made = folder.case.compilation
    wanted = [str(one) for one in languages] or list(made.languages if made else ())
    printed = {reply.id for reply in replies_of_report(*folder.basis())}
    long = {reply.id for reply in find_unsummarised(folder)}
    found: list[OpenMatter] = []
    for reply in folder.replies:
        found += _of_letter(reply)
        if reply.id in printed:
            found += _of_translations(reply, wanted)
        if reply.id in long:
            found.append(_matter(reply, Gate.LENGTH, "exceeds the limit, without a summary: its full text is printed"))
    return tuple(found)


def _of_letter(reply: ReplyCase) -> Iterator[OpenMatter]:
    """What is open of a letter whatever becomes of it."""
    if reply.stage is ReplyStage.UNREAD:
        yield _matter(reply, Gate.UNREAD, f"{reply.current.name} is kept and cannot be read: {reply.current.unread}")
    elif pending := reply.pending:
        names = ", ".join(f"version {one.number}, {one.name} ({one.kind})" for one in pending)
        yield _matter(reply, Gate.UNCONFIRMED, f"nobody has confirmed {names}")
    confirmed = [version for version in reply.versions if version.number in reply.confirmed]
    if alarms := [alarm for version in confirmed for alarm in reply.open_alarms(version)]:
        yield _matter(reply, Gate.ALARMS, "; ".join(alarm.reason for alarm in alarms))


def _of_translations(reply: ReplyCase, languages: Sequence[str]) -> Iterator[OpenMatter]:
    lacking = tuple(
        code
        for code in languages
        if code != reply.language and reply.translation_into(code) is None and reply.kind.is_printed
    )
    if lacking and not any(version.channel == Channel.PRINT for version in reply.versions):
        waiver = reply.waivers.get(Gate.TRANSLATION)
        holds = waiver and waiver.version == len(reply.versions) and set(lacking) <= set(waiver.languages or lacking)
        reason = f"no translation into {', '.join(lacking)}"
        yield OpenMatter(
            reply.id, reply.authors, Gate.TRANSLATION, reason, waiver if holds else None, languages=lacking
        )


def _matter(reply: ReplyCase, gate: Gate, reason: str) -> OpenMatter:
    waiver = reply.waivers.get(gate)
    holds = waiver is not None and waiver.version == len(reply.versions)
    return OpenMatter(reply.id, reply.authors or reply.current.authors, gate, reason, waiver if holds else None)


def refuse_open_gates(folder: CycleFolder, step: str) -> None:
    """Let no report go on while something is open that nobody waived. Raises ``Refused`` with all of it."""
    if unspoken := folder.store.unspoken():
        reason = f"{len(unspoken)} contents were kept, and their receipt was broken off"
        raise Refused(CYCLE, step, reason, "take them in with verbale receive --broken-off")
    shut = [matter for matter in find_open_matters(folder) if matter.waiver is None]
    if shut:
        reason = f"something is open: {'; '.join(map(str, shut))}"
        raise Refused(CYCLE, step, reason, "settle each, or say who waives it and why with verbale waive")


def waive_gate(
    folder: CycleFolder, case: str, gate: str, allowed_by: str, reason: str, actor: Actor, now: When
) -> OpenMatter:
    """Waive what is open of a letter at a gate. Raises ``Refused`` where nothing is open there."""
    reply = folder.get_reply(case)
    languages = folder.cycle.policy_on(folder.cycle.calendar.deadline).languages
    made = folder.case.compilation
    matters = find_open_matters(folder, tuple(map(Language, made.languages)) if made else languages)
    matter = next((one for one in matters if one.case == case and one.gate == gate), None)
    if matter is None:
        raise Refused(case, "waive", f"nothing is open at {gate}", "verbale cycle shows what is")
    command = WaiveGate(gate, allowed_by, reason, len(reply.versions), matter.languages)
    folder.give(case, command, actor, now)
    return matter


def undo_waiver(folder: CycleFolder, case: str, gate: str, reason: str, actor: Actor, now: When) -> None:
    """Take a waiver back."""
    folder.give(case, UndoWaiver(gate, reason), actor, now)
