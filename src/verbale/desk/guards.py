"""The conditions of the table of transitions: each says why a command may not be, or nothing where it may."""

from __future__ import annotations

import re

from verbale.desk import commands as c
from verbale.desk.cases import CycleCase, Destination, ReplyCase, Section
from verbale.model.language import Language

_ISO3 = re.compile(r"[A-Z]{2,4}")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def none(case: object, command: c.Command) -> str:
    """No condition."""
    return ""


def reasoned(case: object, command: c.Command) -> str:
    """A reason has to be given, for it is what stays when memory is gone."""
    return "" if str(getattr(command, "reason", "")).strip() else "a reason is needed"


def other_terms(case: CycleCase, command: c.ChangeTerms) -> str:
    """Terms are changed to others, and for a reason."""
    held = bool(case.terms) and command.digest == case.terms_digest
    return "these terms are in force already" if held else reasoned(case, command)


def redactable(case: CycleCase, command: c.RedactContents) -> str:
    """Bytes are removed for a reason, under a rule, and once."""
    if not command.contents:
        return "no content is named"
    gone = [sha256[:12] for sha256 in command.contents if sha256 in case.redacted]
    if gone:
        return f"removed already: {', '.join(gone)}"
    return reasoned(case, command) if command.rule.strip() else "name the rule under which it is done"


def somebody(case: CycleCase, command: c.SendReminder) -> str:
    """A reminder goes to somebody."""
    return "" if command.states else "no State is named"


def part(case: CycleCase, command: c.SetPart) -> str:
    """A part is one that a report has, in an official language, and for a reason."""
    if command.part not in set(Section):
        return f"{command.part!r} is no part of a report; there are {', '.join(Section)}"
    if command.language not in set(Language):
        return f"{command.language!r} is no official language"
    return reasoned(case, command)


def settled(case: CycleCase, command: c.CompileReport) -> str:
    """Nothing that was received may be left aside in silence."""
    if not command.languages:
        return "no language is named"
    if command.unsettled:
        return f"replies are not placed yet: {', '.join(command.unsettled)}"
    return ""


def within_limit(case: CycleCase, command: c.SubmitReport) -> str:
    """A report over its limit needs a waiver."""
    if command.limit is None or command.words <= command.limit or command.waiver.strip():
        return ""
    return f"the report has {command.words:,} words, the limit is {command.limit:,}: shorten it or name the waiver"


def addendum(case: CycleCase, command: c.IssueAddendum) -> str:
    """An addendum has the symbol of its report, and carries something."""
    if not command.replies:
        return "an addendum carries at least one reply"
    return _extends(case, command.symbol, "Add.")


def corrigendum(case: CycleCase, command: c.IssueCorrigendum) -> str:
    """A corrigendum says what languages it is for, and why."""
    if not command.languages:
        return "name the languages that are corrected"
    return reasoned(case, command) or _extends(case, command.symbol, "Corr.")


def _extends(case: CycleCase, symbol: str, mark: str) -> str:
    report = case.issued[0][0]
    if not symbol.startswith(f"{report}/{mark}"):
        return f"the symbol should be {report}/{mark} and a number"
    return f"{symbol} was issued already" if any(symbol == issued for issued, _ in case.issued) else ""


def new_bytes(case: ReplyCase, command: c.ReceiveVersion) -> str:
    """A version differs from those that are held."""
    held = any(version.sha256 == command.sha256 for version in case.versions)
    return "these bytes are held already: it is a copy" if held else ""


def known_bytes(case: ReplyCase, command: c.ReceiveCopy) -> str:
    """A copy is of bytes that are held."""
    held = any(version.sha256 == command.sha256 for version in case.versions)
    return "" if held else "these bytes are new: it is a version"


def identified(case: ReplyCase, command: c.Confirm) -> str:
    """A reply has an author, a date, and a language; what it answers may be left open."""
    if not _ISO3.fullmatch(command.state):
        return f"{command.state or 'nothing'!r} is no code of a State; give its three letters, as CUB"
    if not _ISO_DATE.fullmatch(command.dated):
        return f"{command.dated or 'nothing'!r} is no date; give YYYY-MM-DD"
    if command.language not in set(Language):
        return f"{command.language or 'nothing'!r} is no official language; give one of {', '.join(Language)}"
    earlier = len(case.versions) - 1
    if earlier and not command.whole and case.state not in ("", command.state):
        return (
            f"{earlier} earlier versions are of {case.state}: say whether all are of {command.state}, or the last alone"
        )
    return ""


def latest(case: ReplyCase, command: c.SetApart) -> str:
    """Only the latest version can be set apart."""
    return reasoned(case, command) if command.version == len(case.versions) else "it is not the latest version"


def corrected(case: ReplyCase, command: c.Correct) -> str:
    """A correction is as whole as a confirmation, and says why."""
    return identified(case, command) or reasoned(case, command)


def was_provisional(case: ReplyCase, command: c.MakeFinal) -> str:
    """Only a provisional text can be made final."""
    return reasoned(case, command) if case.provisional else "the reply was not provisional"


def was_restricted(case: ReplyCase, command: c.LiftRestriction) -> str:
    """Only a restriction that was set can be lifted."""
    return reasoned(case, command) if case.restricted else "the reply was not restricted"


def translatable(case: ReplyCase, command: c.SendForTranslation) -> str:
    """Translation is into official languages other than the reply's own."""
    if not command.languages:
        return "no language is named"
    odd = [code for code in command.languages if code not in set(Language)]
    if odd:
        return f"no official language: {', '.join(odd)}"
    if case.language in command.languages:
        return "the reply is in that language itself"
    done = [code for code in command.languages if case.translation_into(code)]
    return f"version {case.standing.number} is translated already: {', '.join(done)}" if done else ""


def awaited(case: ReplyCase, command: c.TakeTranslation) -> str:
    """A translation is taken of the version it was ordered for, and of no older one.

    The State's own words, as they stand in another document that is held, need no order.
    """
    if command.language == case.language:
        return "" if 1 <= command.version <= len(case.versions) else f"there is no version {command.version}"
    order = case.translations.get(command.language)
    if order is None:
        return f"no translation into {command.language} was ordered"
    if order.version != command.version:
        return f"it was made from version {command.version}, and version {order.version} was sent"
    return ""


def summarises(case: ReplyCase, command: c.TakeSummary) -> str:
    """A summary is short, and stands for the version that counts where its full text is on the web."""
    if not case.on_web or case.destination is not Destination.REPORT:
        return "the whole text stands in the report: only one over the limit, with its text on the web, has a summary"
    if command.version != case.standing.number:
        return f"it was made from version {command.version}, and version {case.standing.number} counts"
    if command.limit is not None and command.words > command.limit:
        return f"the summary has {command.words:,} words, the limit is {command.limit:,}"
    return ""


def placeable(case: ReplyCase, command: c.Place) -> str:
    """What goes to the web needs leave to; the version must be one that is held."""
    if not 1 <= command.version <= len(case.versions):
        return f"there is no version {command.version}"
    if case.restricted and command.destination != Destination.WITHHELD:
        return f"the reply is restricted: {case.restricted}"
    if case.objection and (command.on_web or command.destination == Destination.WEB):
        return "the State objects to its text being on the web"
    return reasoned(case, command)


def publishable(case: ReplyCase, command: c.Publish) -> str:
    """What is withheld is not published, and what a State objects to is not put on the web."""
    if case.restricted:
        return f"the reply is restricted: {case.restricted}"
    if case.destination is Destination.WITHHELD:
        return "the reply is withheld"
    if case.destination is Destination.WEB and case.objection:
        return "the State objects to its text being on the web"
    return "" if command.where.strip() else "say where: a symbol, or the address of the page"
