"""What a report rests on: its terms, its settled parts and the replies in it; and what of that changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verbale.desk.cases import CycleCase, Destination, ReplyCase, ReplyStage


def replies_of_report(case: CycleCase, replies: Iterable[ReplyCase]) -> tuple[ReplyCase, ...]:
    """The replies that stand in the report; one that was recalled after the issue stays in print."""
    report = case.issued[0][0] if case.issued else ""
    return tuple(
        reply
        for reply in replies
        if reply.destination is Destination.REPORT
        and (
            reply.stage in (ReplyStage.PLACED, ReplyStage.PUBLISHED)
            or any(report and one.where == report for one in reply.published)
        )
    )


Basis = tuple[CycleCase, tuple[ReplyCase, ...]]
"""A cycle and all its replies at one moment."""


def find_changes(then: Basis, now: Basis) -> tuple[str, ...]:
    """What the report rests on and is otherwise now than it was then, in words for a person."""
    return (*_changed_cycle(then[0], now[0]), *_changed_replies(then, now))


def _changed_cycle(then: CycleCase, now: CycleCase) -> Iterator[str]:
    if then.terms_digest != now.terms_digest:
        yield "the terms of the cycle"
    for section, language in sorted({*then.parts, *now.parts}):
        place = (section, language)
        if then.parts.get(place) != now.parts.get(place):
            yield f"the part {section} in {language}"


def _changed_replies(then: Basis, now: Basis) -> Iterator[str]:
    before = {reply.id: reply for reply in replies_of_report(*then)}
    after = {reply.id: reply for reply in replies_of_report(*now)}
    for case in dict.fromkeys((*before, *after)):
        old, new = before.get(case), after.get(case)
        if old is None or new is None:
            yield f"{case} is {'no longer' if new is None else 'now'} in the report"
        elif _printed(old) != _printed(new):
            yield f"{case} ({new.state}): {new.last}"


def _printed(reply: ReplyCase) -> tuple[object, ...]:
    """What of a reply shows in print."""
    number = reply.standing.number
    translations = {code: one.held for code, one in reply.translations.items() if one.version == number}
    summary = reply.summary if reply.in_summary else None
    facts = (reply.state, reply.dated, reply.language, reply.addresses)
    return (*facts, number, reply.words.get(number), translations, summary)
