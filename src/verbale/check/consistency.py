"""A document compared with itself: dates of one event, pairs told “respectively”, and what a report must have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from verbale.check.claim_context import ClaimContext, Sentence, is_day
from verbale.check.context import CheckContext, Example, Findings, Need, Rule, RuleSet
from verbale.check.events_dated import ConferenceMention, DatedEvent, find_dated_events, find_events
from verbale.check.example_texts import ALL, CUB, JPN, MEX, REPORT
from verbale.check.repeated_figures import find_figure_faults
from verbale.check.report_form import find_form_faults
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.finding import Finding, Severity

_PAIR = 2  # events that may have changed places: "respectively" of more says less
_STANDINGS = frozenset({"signature", "signatory", "ratification", "accession", "party"})


def find_inconsistencies(context: CheckContext) -> Findings:
    """What a document says in two ways. Never raises."""
    view = ClaimContext(context.document)
    sentences = list(view.sentences())
    dated = [one for sentence in sentences for one in find_dated_events(view, sentence)]
    found = [
        *(one for sentence in sentences for one in _paired(view, sentence, dated)),
        *_twice_dated(view, dated),
        *_later_than_told(view),
        *find_figure_faults(view, sentences),
        *find_form_faults(view),
    ]
    return {context.document.source.name: found}


def _paired(view: ClaimContext, sentence: Sentence, dated: Sequence[DatedEvent]) -> Iterator[Finding]:
    """“A and B, in June and August respectively”: each against the day that another paragraph gives."""
    events = find_events(view, sentence)
    if not sentence.keyed("respectively") or len(events) < _PAIR:
        return
    for date, days in _rows_of_dates(sentence, len(events)):
        wrong = [
            (event, day, other)
            for event, day in zip(events, days, strict=True)
            for other in dated
            if other.event.name == event.name and other.clashes(day, day)
        ]
        if wrong:
            yield _mispaired(view, date, events, days, wrong)


def _rows_of_dates(sentence: Sentence, count: int) -> Iterator[tuple[Annotation, list[str]]]:
    """Rows of as many dates as there are events: one list, or one annotation each."""
    dates = [one for one in sentence.dates if not one.value.get("in_title")]
    for one in dates:
        row = one.value.get("list")
        if isinstance(row, Sequence) and not isinstance(row, str) and len(row) == count:
            yield one, [str(day) for day in row]
    single = [one for one in dates if "list" not in one.value]
    if len(single) == count:
        yield single[0], [str(one.value["start"]) for one in single]


def _mispaired(
    view: ClaimContext,
    date: Annotation,
    events: Sequence[ConferenceMention],
    days: Sequence[str],
    wrong: Sequence[tuple[ConferenceMention, str, DatedEvent]],
) -> Finding:
    stated = "; ".join(f"{event.told} in {day}" for event, day in zip(events, days, strict=True))
    places = dict.fromkeys((event.told, other.date.ref, other.start, other.end) for event, _, other in wrong)
    against = "; ".join(f"{name} {start} to {end} in {ref}" for name, ref, start, end in places)
    turned = {event.name for event, _, _ in wrong} == {event.name for event in events} and len(events) == _PAIR
    mend = " The two seem to have changed places." if turned else ""
    message = f"Told respectively: {stated}. Other paragraphs have {against}.{mend}"
    severity = Severity.ERROR if turned else Severity.WARNING
    return view.finding("consistency/respectively", severity, date, message, *(other.date for _, _, other in wrong))


def _twice_dated(view: ClaimContext, dated: Sequence[DatedEvent]) -> Iterator[Finding]:
    """One event with two dates within a year."""
    series: Mapping[tuple[str, str], list[DatedEvent]] = defaultdict(list)
    for one in dated:
        series[one.event.name].append(one)
    for several in series.values():
        for place, one in enumerate(several):
            other = next((each for each in several[:place] if each.clashes(one.start, one.end)), None)
            if other is not None:
                message = (
                    f"{one.event.told}: {one.start} to {one.end} here, {other.start} to {other.end} in "
                    f"{other.date.ref}."
                )
                yield view.finding("consistency/two-dates", Severity.WARNING, one.date, message, other.date)


def _later_than_told(view: ClaimContext) -> Iterator[Finding]:
    """As-of dates that lie after the day of the text they stand in."""
    for one in view.document.annotations:
        if one.kind is not AnnotationKind.DATE or one.value.get("calendar") or not _dates_a_count(view, one):
            continue
        start, day = str(one.value["start"]), view.day(one.ref)
        if is_day(start) and is_day(day) and start > day and (view.speaker(one.ref) or view.document.facts.date):
            message = f"“{one.text}” ({start}) is given as of a day after the {day} of this text."
            yield view.finding("consistency/as-of", Severity.WARNING, one, message)


def _dates_a_count(view: ClaimContext, date: Annotation) -> bool:
    """Whether a figure of the same paragraph is given as of this date; “until” a day is no such date."""
    beside = view.found.get(date.ref, ())
    return any(
        one.kind is AnnotationKind.QUANTITY
        and one.value.get("unit") in _STANDINGS
        and one.value.get("as_of") == date.value["start"]
        for one in beside
    )


def _text(*lines: str) -> Example:
    return Example(("\n\n".join(lines) + "\n",))


_NPT = "Review Conference of the Parties to the Treaty on the Non-Proliferation of Nuclear Weapons"
_TPNW = "Meeting of States Parties to the Treaty on the Prohibition of Nuclear Weapons"
_BOTH = (
    f"1. The {_NPT} was held from 1 to 26 August 2022.",
    f"2. The {_TPNW} was held from 21 to 23 June 2022.",
)
_PAIRED = "3. Delegates went to the {} and the {}, held in June and August 2022, respectively."
_SUMMARY = REPORT.replace("I. Introduction", "Summary\n\n{} replies were received.\n\nI. Introduction")
_SUM = "1. The Board held 9 meetings ({} in Geneva and 3 in Vienna).\n"
_WHOLE = Example((REPORT.format(ALL, CUB + JPN),))


def _summary(count: int) -> Example:
    """A report with a number of replies in its summary and another sentence on them in its body."""
    text = _SUMMARY.format(count, ALL, CUB + JPN)
    return Example((text.replace("2. States met.", "2. In June the Secretariat had 8 replies."),))


_RULES = (
    Rule(
        "consistency/respectively",
        Severity.ERROR,
        "pairs told “respectively” that contradict another paragraph",
        _text(*_BOTH, _PAIRED.format(_NPT, _TPNW)),
        _text(*_BOTH, _PAIRED.format(_TPNW, _NPT)),
    ),
    Rule(
        "consistency/two-dates",
        Severity.WARNING,
        "one event with two dates",
        _text(_BOTH[0], _BOTH[0].replace("1. ", "2. ").replace("August", "July")),
        _text(*_BOTH),
    ),
    Rule(
        "consistency/summary",
        Severity.WARNING,
        "a count of the summary that the body has with another number",
        _summary(9),
        _summary(8),
    ),
    Rule(
        "consistency/sum",
        Severity.WARNING,
        "parts that do not make the total told with them",
        _text(_SUM.format(7)),
        _text(_SUM.format(6)),
    ),
    Rule(
        "consistency/as-of",
        Severity.WARNING,
        "an as-of date after the date of the text",
        Example(
            (REPORT.format(ALL, CUB.replace("Cuba met", "As at 1 June 2022, 80 States had signed. Cuba met") + JPN),)
        ),
        _WHOLE,
    ),
    Rule(
        "consistency/order",
        Severity.NOTE,
        "replies in another order than that of the names of the States",
        Example((REPORT.format(ALL, JPN + "\n" + CUB),)),
        _WHOLE,
    ),
    Rule(
        "consistency/reply-head",
        Severity.WARNING,
        "a reply without its original language or its date",
        Example((REPORT.format(ALL, CUB + JPN + MEX.replace("[11 May 2022]\n", "")),)),
        _WHOLE,
    ),
    Rule(
        "consistency/mandates",
        Severity.WARNING,
        "a report that answers some of the mandates that go together and not all",
        Example((REPORT.format("76/53 and 76/46", CUB + JPN),)),
        _WHOLE,
    ),
    Rule(
        "consistency/late-replies",
        Severity.NOTE,
        "a report with replies that does not say what becomes of late ones",
        Example((REPORT.replace("received after the deadline ", "").format(ALL, CUB + JPN),)),
        _WHOLE,
    ),
    Rule(
        "consistency/word-limit",
        Severity.NOTE,
        "a report of more than 8,500 words",
        Example((REPORT.format(ALL, CUB + JPN + "\nIt did so again and again.\n" * 1500),)),
        _WHOLE,
    ),
)

CONSISTENCY = RuleSet(frozenset({Need.DOCUMENT}), _RULES, find_inconsistencies)
"""A document compared with itself."""
