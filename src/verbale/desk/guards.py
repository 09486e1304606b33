"""The conditions of the table of transitions: each says why a command may not be, or nothing where it may."""

from __future__ import annotations

import re

from verbale.desk import casework as w
from verbale.desk import commands as c
from verbale.desk.cases import CycleCase, Destination, Gate, ReplyCase, ReplyStage, Section
from verbale.desk.letter_kinds import LetterKind
from verbale.model.language import Language

_CODE = re.compile(r"[A-Z][A-Z0-9-]{1,19}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
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


def was_set(case: CycleCase, command: w.SetPartAside) -> str:
    """Only a part that a person has set can be composed again."""
    held = {(section.value, language) for section, language in case.parts}
    if (command.part, command.language) not in held:
        return f"nobody has set {command.part} in {command.language}"
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


def confirmable(case: ReplyCase, command: c.Confirm) -> str:
    """A version is confirmed once; what was confirmed is corrected, with the reason."""
    if command.version in case.confirmed or (not command.version and case.confirmed):
        return "it is confirmed already: what was confirmed is corrected, with the reason"
    return identified(case, command)


def identified(case: ReplyCase, command: c.Confirm) -> str:
    """A letter has authors; a reply has a date, a language and words besides. What it answers may be left open."""
    if command.version and not 1 <= command.version <= len(case.versions):
        return f"there is no version {command.version}"
    for author in command.authors or (command.state,):
        if not _CODE.fullmatch(author):
            return f"{author or 'nothing'!r} is no code of a State; give its three letters, as CUB"
    if command.kind not in set(LetterKind):
        return f"{command.kind!r} is no kind of letter; there are {', '.join(LetterKind)}"
    kind = LetterKind(command.kind)
    if kind.needs_another and not command.relates_to:
        return f"a {kind} is one of a reply that is held: name its case"
    if kind.is_answer and (reason := _lacking(case, command, kind)):
        return reason
    others = {each for number, one in case.confirmed.items() if number != command.version for each in one.authors}
    if others - set(command.authors or (command.state,)) and not command.whole:
        whose = ", ".join(sorted(others))
        return f"earlier versions are of {whose}: say whether all are of {command.state}, or the last alone"
    return ""


def _lacking(case: ReplyCase, command: c.Confirm, kind: LetterKind) -> str:
    """What an answer lacks: a date, a language, words."""
    if not _ISO_DATE.fullmatch(command.dated):
        return f"{command.dated or 'nothing'!r} is no date; give YYYY-MM-DD"
    if not _LANGUAGE.fullmatch(command.language):
        return f"{command.language or 'nothing'!r} is no language; give its code, as es"
    version = case.versions[(command.version or len(case.versions)) - 1]
    if version.unread:
        return f"it cannot be read ({version.unread}): receive it in a readable form, or state whose it is"
    if not version.words and kind.is_printed:
        return "no words could be read in it: receive its text, and confirm this as its signed copy"
    return ""


def stated(case: ReplyCase, command: w.StateAuthor) -> str:
    """An author is stated by code, and for a reason."""
    if not command.authors or not all(_CODE.fullmatch(author) for author in command.authors):
        return "no author is named; give the code of a State or organisation"
    return reasoned(case, command)


def taken_up(case: ReplyCase, command: w.TakeUp) -> str:
    """What was confirmed to be a letter of a kind that is set aside is taken up by undoing that."""
    if case.kind.is_set_aside and case.confirmed:
        return f"it was confirmed as {case.kind}: undo its confirmation"
    return reasoned(case, command)


def was_confirmed(case: ReplyCase, command: w.UndoConfirmation) -> str:
    """Only what was confirmed can be undone."""
    if command.version not in case.confirmed:
        return f"version {command.version} was not confirmed"
    return reasoned(case, command)


def has_alarms(case: ReplyCase, command: w.LookAtAlarms) -> str:
    """What was looked at is a version that is held, and somebody says what was found."""
    if not 1 <= command.version <= len(case.versions):
        return f"there is no version {command.version}"
    return reasoned(case, command) if case.versions[command.version - 1].alarms else "it has no alarms"


def waivable(case: ReplyCase, command: w.WaiveGate) -> str:
    """A waiver says who allowed it, and why."""
    if command.gate not in set(Gate):
        return f"{command.gate!r} is no gate; there are {', '.join(Gate)}"
    return reasoned(case, command) if command.allowed_by.strip() else "say who allowed it"


def was_waived(case: ReplyCase, command: w.UndoWaiver) -> str:
    """Only a waiver that was given can be taken back."""
    return reasoned(case, command) if command.gate in case.waivers else f"{command.gate} was not waived"


def assignable(case: ReplyCase, command: w.Assign) -> str:
    """A case goes to somebody else than has it."""
    if not command.to.strip():
        return "name who is to deal with it"
    return f"it is {command.to}'s already" if command.to == case.assigned else ""


def was_translated(case: ReplyCase, command: w.SetTranslationAside) -> str:
    """Only a translation that came can be set aside."""
    one = case.translations.get(command.language)
    return reasoned(case, command) if one and one.held else f"no translation into {command.language} is held"


def was_summarised(case: ReplyCase, command: w.SetSummaryAside) -> str:
    """Only a summary that came can be set aside."""
    return reasoned(case, command) if case.summary else "no summary is held"


def named_author(case: CycleCase, command: w.AddAuthor) -> str:
    """An author has a code and at least one name."""
    if not _CODE.fullmatch(command.code):
        return f"{command.code!r} is no code: capital letters, figures and hyphens, as UNESCO"
    return "" if command.names else "give it at least one name"


def latest(case: ReplyCase, command: w.SetApart) -> str:
    """Only the latest version can be set apart, and none that was placed."""
    if case.stage in (ReplyStage.PUBLISHED, ReplyStage.RECALLED) and command.version == case.placed_version:
        return "it was published"
    return reasoned(case, command) if command.version == len(case.versions) else "it is not the latest version"


def corrected(case: ReplyCase, command: c.Correct) -> str:
    """A correction is of what was confirmed, as whole as a confirmation, and says why."""
    if command.version and command.version not in case.confirmed:
        return f"version {command.version} was not confirmed yet"
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

    The State's own words, as they stand in another document that is held, need no order, nor does what the mission
    translated itself.
    """
    if command.language == case.language:
        return "" if 1 <= command.version <= len(case.versions) else f"there is no version {command.version}"
    unordered = command.letter or case.language not in set(Language)
    if unordered and command.version == case.standing.number:
        return "" if command.language in set(Language) else f"{command.language!r} is no official language"
    order = case.translations.get(command.language)
    if order is None:
        return f"no translation into {command.language} was ordered"
    if order.version != command.version:
        return f"it was made from version {command.version}, and version {order.version} was sent"
    return ""


def summarises(case: ReplyCase, command: c.TakeSummary) -> str:
    """A summary is short, and stands for the version that counts where its full text is on the web."""
    if not case.on_web or case.destination is not Destination.REPORT:
        return (
            "the whole text stands in the report: only one exceeding the limit, with its text on the web, has a summary"
        )
    if command.version != case.standing.number:
        return f"it was made from version {command.version}, and version {case.standing.number} counts"
    if command.limit is not None and command.words > command.limit:
        return f"the summary has {command.words:,} words, the limit is {command.limit:,}"
    return ""


def placeable(case: ReplyCase, command: c.Place) -> str:
    """What goes to the web needs leave to; the version must be one that is held and was confirmed."""
    if not 1 <= command.version <= len(case.versions):
        return f"there is no version {command.version}"
    if command.version not in case.confirmed:
        return f"version {command.version} was not confirmed"
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
