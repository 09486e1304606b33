"""What is guarded of a case, with its stage and the States whose it is for certain: what ``access.may`` is asked about.

In doubt a thing is closed. A version that was not placed is not published with the one that was; a letter printed in a
report is not itself on the web; what was confirmed for one version says nothing of another.
"""

from __future__ import annotations

from verbale.desk.access import REDACTED, RESTRICTED, Kind, Thing
from verbale.desk.cases import CycleCase, CycleStage, Destination, ReplyCase, ReplyStage

_OUT = (ReplyStage.PUBLISHED, ReplyStage.RECALLED)


def letter_of(case: ReplyCase, number: int, redacted: frozenset[str] = frozenset(), sent_for: str = "") -> Thing:
    """A version's bytes as received. Raises ``IndexError`` where there is no such version.

    ``redacted`` are the contents whose bytes were removed, ``sent_for`` the State of the account that sent it.
    """
    return Thing(Kind.LETTER, _stage_on_web(case, number, redacted), _authors(case, number, sent_for))


def reading_of(case: ReplyCase, number: int, redacted: frozenset[str] = frozenset(), sent_for: str = "") -> Thing:
    """How a version was read: as open as the letter. Raises as ``letter_of``."""
    return Thing(Kind.READING, _stage_on_web(case, number, redacted), _authors(case, number, sent_for))


def reply_of(case: ReplyCase, number: int, redacted: frozenset[str] = frozenset(), sent_for: str = "") -> Thing:
    """The words of a version, in print or on the web. Raises as ``letter_of``."""
    return Thing(Kind.REPLY, _stage(case, number, redacted), _authors(case, number, sent_for))


def page_of(case: ReplyCase, digest: str, redacted: frozenset[str] = frozenset()) -> Thing:
    """The page of a reply on the web, by the SHA-256 of its bytes: it is closed where its State objects to it."""
    stage = _stage_on_web(case, case.placed_version, redacted)
    return Thing(Kind.REPLY, REDACTED if digest in redacted else stage, _authors(case, case.placed_version, ""))


def translation_of(case: ReplyCase, language: str, redacted: frozenset[str] = frozenset()) -> Thing:
    """The translation of a reply into one language, ordered or held. Raises ``KeyError`` where none was ordered."""
    one = case.translations[language]
    stage = _stage(case, one.version, redacted)
    if one.held and one.held.digest in redacted:
        stage = REDACTED
    if stage not in (REDACTED, RESTRICTED, ReplyStage.WITHDRAWN) and not (one.held and stage in _OUT):
        stage = "taken" if one.held else "ordered"
    return Thing(Kind.TRANSLATION, stage, _authors(case, one.version, ""))


def report_of(cycle: CycleCase) -> Thing:
    """The report of a cycle, whatever was made of it so far."""
    if not cycle.is_settled:
        return Thing(Kind.REPORT, "compiled" if cycle.stage is CycleStage.COMPILED else "drafted")
    return Thing(Kind.REPORT, "submitted" if cycle.stage is CycleStage.SUBMITTED else "issued")


def _authors(case: ReplyCase, number: int, sent_for: str) -> tuple[str, ...]:
    said = case.confirmed.get(number)
    known = said.authors if said else case.stated if not case.confirmed else ()
    return tuple(dict.fromkeys((*known, sent_for))) if sent_for else known


def _stage(case: ReplyCase, number: int, redacted: frozenset[str]) -> str:
    if not 1 <= number <= len(case.versions):
        raise IndexError(f"{case.id} has no version {number}")
    if case.versions[number - 1].sha256 in redacted:
        return REDACTED
    if case.restricted:
        return RESTRICTED
    if case.stage in _OUT and not (number == case.placed_version and case.published):
        return _inside(case, number)
    return case.stage


def _stage_on_web(case: ReplyCase, number: int, redacted: frozenset[str]) -> str:
    stage = _stage(case, number, redacted)
    on_web = (case.on_web or case.destination is Destination.WEB) and not case.objection
    return stage if on_web or stage not in _OUT else _inside(case, number)


def _inside(case: ReplyCase, number: int) -> str:
    """The stage of what is not out, of a case that is."""
    if number in case.confirmed:
        return ReplyStage.CONFIRMED
    return ReplyStage.UNREAD if case.versions[number - 1].unread else ReplyStage.RECEIVED
