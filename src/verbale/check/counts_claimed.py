"""Counts, votes, and days of entry into force and of opening that a document prints, compared with the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from verbale.check.claim_context import ClaimContext, Sentence, covers, is_day, printed_value
from verbale.lexicon.treaties import treaties
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language
from verbale.register.reported import find_reported
from verbale.register.status_as_of import status
from verbale.register.treaty_rules import treaty_rules
from verbale.register.votes import roll_calls, was_member

_COUNTED: Mapping[str, str] = {
    "signature": "signatures",
    "signatory": "signatures",
    "ratification": "ratifications",
    "accession": "accessions",
}
_LEFT_OUT = ("in_org_name", "proposed", "descriptive", "collective", "in_title")
_BACK = 400  # days within which an older count explains a printed one
_NEAR = 14  # characters between a date and its verb where the verb comes last
_ROUGHLY = 20  # a twentieth off is still "some 60"
_WEEK = 7  # days between two looks back
_BEHIND = 8  # characters between a verb and the date behind it
_TOGETHER = " with accessions"
_FAR_DAY = "9999-12-31"


def find_count_claims(view: ClaimContext) -> Iterator[Finding]:
    """Findings on every count and day of a treaty, and on votes, in reading order."""
    for sentence in view.sentences():
        for quantity in sentence.of(AnnotationKind.QUANTITY):
            if str(quantity.value.get("unit")) in _COUNTED:
                yield from _count(view, sentence, quantity)
            elif quantity.value.get("unit") == "vote_for":
                yield from _vote(view, sentence, quantity)
        yield from _treaty_days(view, sentence)


def plain_treaties(sentence: Sentence) -> list[Annotation]:
    """The mentions of a treaty itself, not of an organisation, a title or a proposal."""
    return [
        one
        for one in sentence.of(AnnotationKind.TREATY)
        if not any(one.value.get(flag) for flag in _LEFT_OUT) and one.value.get("id") in treaty_rules()
    ]


def _nearest(found: list[Annotation], place: int) -> Annotation | None:
    """The last before a place, else the first behind it."""
    before = [one for one in found if one.start <= place]
    return before[-1] if before else found[0] if found else None


def _count(view: ClaimContext, sentence: Sentence, quantity: Annotation) -> Iterator[Finding]:
    number = quantity.value.get("number")
    treaty = treaty_of_count(sentence, quantity)
    day = _day_of_count(view, sentence, quantity)
    if treaty is None or not isinstance(number, int) or not is_day(day) or _is_of_others(sentence, quantity):
        return
    name, aspect = str(treaty.value["id"]), _COUNTED[str(quantity.value["unit"])]
    comparator = str(quantity.value.get("comparator", "="))
    held = getattr(status(name, day).counts, aspect)
    claim = f"“{quantity.text}” as of {day}: {name}, {aspect}"
    if held is None:
        message = f"{claim}: the register does not hold all acts and cannot count them."
        yield view.finding("claims/unchecked", Severity.NOTE, quantity, message, treaty)
    elif _fits(number, comparator, held):
        message = f"{claim}: the register counts {held}."
        yield view.finding("claims/confirmed", Severity.NOTE, quantity, message, treaty)
        yield from _members(view, sentence, quantity, name, day)
    elif _bound(sentence, quantity) and _fits(number, comparator, both := status(name, day).counts.deposited or 0):
        message = f"{claim} and accessions together: the register counts {both}."
        yield view.finding("claims/confirmed", Severity.NOTE, quantity, message, treaty)
    elif _may_be_part(sentence, day, number, held):
        message = f"{claim}: the register counts {held}; the number may be of some States or of one time only."
        yield view.finding("claims/unchecked", Severity.NOTE, quantity, message, treaty)
    else:
        aspects = (aspect, "deposited") if _bound(sentence, quantity) else (aspect,)
        yield _miscount(view, quantity, treaty, claim, aspects, day)


def _day_of_count(view: ClaimContext, sentence: Sentence, quantity: Annotation) -> str:
    """The day printed before a count, the only one printed behind it, or else that of the text."""
    printed = [str(one.value["start"]) for one in sentence.dates if one.value.get("as_of")]
    return str(quantity.value.get("as_of") or (printed[0] if len(printed) == 1 else view.day(quantity.ref)))


def _is_of_others(sentence: Sentence, quantity: Annotation) -> bool:
    """“The 44 whose ratification is needed”: a number of States of whom an act is asked, not told."""
    return any(quantity.start <= word.start < quantity.end for word in sentence.keyed("whose"))


def _bound(sentence: Sentence, quantity: Annotation) -> bool:
    """“Ratified or acceded”, “ratified or became parties” in one number: both acts may be counted together."""
    return quantity.value.get("unit") == "ratification" and bool(sentence.keyed("acceded", "bound"))


def _may_be_part(sentence: Sentence, day: str, number: int, held: int) -> bool:
    """“36 of the 44”, “two more States”, “five African States”, “three in 2021”: no count of all that did it."""
    days = {str(one.value["start"]) for one in sentence.dates if not one.value.get("in_title")}
    other_times = days - {day}
    return number * 2 < held or (number < held and bool(other_times or sentence.keyed("partial")))


def treaty_of_count(sentence: Sentence, quantity: Annotation) -> Annotation | None:
    """The treaty that is counted: by convention it stands behind a row of counts, or before them."""
    return _nearest(plain_treaties(sentence), quantity.start)


def _fits(number: int, comparator: str, held: int) -> bool:
    match comparator:
        case ">":
            return held > number
        case ">=":
            return held >= number
        case "<":
            return held < number
        case "<=":
            return held <= number
        case "~":
            return abs(held - number) <= max(1, number // _ROUGHLY)
    return held == number


def _miscount(
    view: ClaimContext, quantity: Annotation, treaty: Annotation, claim: str, aspects: Sequence[str], day: str
) -> Finding:
    """A count that is another one: of an earlier day it is out of date, else it contradicts."""
    name, number = str(treaty.value["id"]), quantity.value["number"]
    now = status(name, day).counts
    held = " or ".join(f"{getattr(now, aspect)}{_TOGETHER if aspect == 'deposited' else ''}" for aspect in aspects)
    earlier = date.fromisoformat(day)
    for _ in range(0, _BACK, _WEEK):
        earlier -= timedelta(days=_WEEK)
        counts = status(name, earlier.isoformat()).counts
        if number in [getattr(counts, aspect) for aspect in aspects]:
            message = f"{claim}: the register counts {held}; it counted {number} on {earlier.isoformat()}."
            return view.finding("claims/imprecise", Severity.WARNING, quantity, message, treaty)
    message = f"{claim}: the register counts {held}."
    return view.finding("claims/contradicted", Severity.ERROR, quantity, message, treaty)


def _members(view: ClaimContext, sentence: Sentence, quantity: Annotation, treaty: str, day: str) -> Iterator[Finding]:
    """“Member States” in a number that counts others too."""
    if not any(quantity.start <= word.start < quantity.end for word in sentence.keyed("member_states")):
        return
    unit = str(quantity.value["unit"])
    standings = status(treaty, day).standings
    counted = [one.state for one in standings if (one.signed if unit.startswith("signat") else one.consent)]
    others = sorted(state for state in counted if not was_member(state, day))
    if others:
        message = (
            f"“{quantity.text}”: {quantity.value['number']} counts {', '.join(others)}, which were no Member States on "
            f"{day}; of Member States there were {len(counted) - len(others)}. “States” would hold."
        )
        yield view.finding("claims/imprecise", Severity.WARNING, quantity, message)


def _vote(view: ClaimContext, sentence: Sentence, quantity: Annotation) -> Iterator[Finding]:
    cited = [str(one.value["symbol"]) for one in sentence.of(AnnotationKind.CITATION)]
    calls = [roll_calls()[symbol] for symbol in cited if symbol in roll_calls()]
    if len(calls) != 1:
        return
    totals = [total[0] for total in (calls[0].counted, calls[0].reported) if total]
    if not totals:
        return
    claim = f"“{quantity.text}” on {calls[0].resolution}: the register has {calls[0].in_words()}."
    if quantity.value.get("number") in totals:
        yield view.finding("claims/confirmed", Severity.NOTE, quantity, claim)
    else:
        yield view.finding("claims/contradicted", Severity.ERROR, quantity, claim)


def _treaty_days(view: ClaimContext, sentence: Sentence) -> Iterator[Finding]:
    """Days of entry into force and of opening for signature."""
    for word in sentence.keyed("in_force", "opened"):
        printed = _date_at(sentence, word.start, word.end)
        if printed is None:
            continue
        named = plain_treaties(sentence)
        treaty = _nearest(named, word.start)
        if treaty is None:
            continue
        name = str(treaty.value["id"])
        days = _days_in_force(name) if word.key == "in_force" else {treaties()[name].opened} - {""}
        what = "entry into force" if word.key == "in_force" else "opening for signature"
        if not days:
            continue
        claim = f"{name}, {what} on {printed_value(printed.value)}: the register has {' and '.join(sorted(days))}."
        if any(covers(printed.value, day) for day in days):
            yield view.finding("claims/confirmed", Severity.NOTE, printed, claim, treaty)
        else:
            yield view.finding("claims/contradicted", Severity.ERROR, printed, claim, treaty)


def _date_at(sentence: Sentence, start: int, end: int) -> Annotation | None:
    """The date that stands at a verb, nothing of another clause or State between them."""
    states = [one.start for one in sentence.of(AnnotationKind.STATE)]
    for one in sentence.dates:
        if one.value.get("in_title") or str(one.value["start"]).startswith("--"):
            continue
        last = sentence.language is Language.ZH
        low, high = (one.end, start) if last else (end, one.start)
        if not 0 <= high - low <= (_NEAR if last else _BEHIND):
            continue
        if any(low <= place < high for place in states) or set(sentence.between(low, high)) & set("，,、；;"):
            continue
        return one
    return None


def _days_in_force(treaty: str) -> set[str]:
    own = status(treaty, _FAR_DAY).in_force_since
    others = {each.value for each in find_reported(treaty, _FAR_DAY) if each.property == "entry_into_force"}
    return ({own} if own else set()) | others
