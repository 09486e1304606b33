"""A treaty's status, and what changed between two days: a table in the terminal, rows for a spreadsheet, a record."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.text import Text

from verbale.lexicon.naming import state_name, status_term, treaty_name
from verbale.model import Change, Label, Language, Status
from verbale.render.two_columns import LABEL_STYLES, TwoColumns
from verbale.render.wording import headline, held, listed, step_place, step_text

Record = dict[str, object]

_COUNTS = ("signatures", "ratifications", "accessions", "deposited", "in_force_for")
_FEW = 20  # States of a group that are named without being asked for
_COLUMNS = ("treaty", "as_of", "state", "name", "label", "since", "signed", "consent", "by", "in_force", "ends")
_CHANGE_COLUMNS = ("treaty", "what", "state", "name", "before", "after", "date")


def status_record(status: Status, language: Language) -> Record:
    """The status as the JSON contract lays it down; only the texts of ``why`` depend on the language."""
    counts = status.counts
    return {
        "treaty": status.treaty,
        "as_of": status.as_of,
        "in_force": status.in_force,
        "in_force_since": status.in_force_since,
        "in_force_until": status.in_force_until,
        "suspended_by": list(status.suspended_by),
        "counts": {name: getattr(counts, name) for name in _COUNTS},
        "outstanding": list(status.outstanding),
        "disputed": list(status.disputed),
        "disputed_counts": dict(status.disputed_counts),
        "acts_held": status.acts_held,
        "why": [
            {
                "step": step.key,
                "text": step_text(step, language),
                "values": dict(step.values),
                "source": step.source,
                "place": step.place,
                "note": step.note,
            }
            for step in status.why
        ],
    }


def status_csv(answers: Iterable[Status], language: Language) -> str:
    """One row a treaty and State, names in the language."""
    return _rows(
        _COLUMNS,
        (
            (
                status.treaty,
                status.as_of,
                each.state,
                state_name(each.state, language),
                each.label.value,
                each.since,
                "yes" if each.signed else "no",
                each.consent.value if each.consent else "",
                each.by,
                each.in_force,
                each.ends,
            )
            for status in answers
            for each in status.standings
        ),
    )


def status_table(
    status: Status,
    language: Language,
    *,
    why: bool = False,
    states: bool = False,
    width: int = 100,
    colour: bool = False,
) -> str:
    """The status for a terminal: in force or not, the counts, who is missing, and who stands where.

    Groups of more than a few States are told by number alone unless ``states``; ``why`` adds the steps.
    """
    page = TwoColumns(language, width, colour)
    page.line(Text(treaty_name(status.treaty, language), "bold").append(f"  {status.treaty}", "bright_black"))
    day = status_term("as_of", language).format(date=status.as_of)
    page.line(Text(day).append(" · ").append(headline(status, language), "green" if status.in_force else "yellow"))
    page.grid(_figures(status, language))
    page.grid(_groups(status, language, len(status.standings) if states else _FEW))
    if why:
        page.line(Text(status_term("why", language), "bold"))
        page.grid(
            (Text(f"{place}."), Text(step_text(step, language)).append(f"  {step_place(step)}", "bright_black"))
            for place, step in enumerate(status.why, start=1)
        )
    return page.text()


def overview_table(answers: Sequence[Status], language: Language, *, width: int = 100, colour: bool = False) -> str:
    """Every treaty in a line: in force or not, instruments deposited, and for how many States it is in force."""
    page = TwoColumns(language, width, colour)
    page.line(Text(status_term("as_of", language).format(date=answers[0].as_of), "bold"))
    page.grid((Text(each.treaty, "green" if each.in_force else "yellow"), _summary(each, language)) for each in answers)
    return page.text()


def _summary(status: Status, language: Language) -> Text:
    told = Text(headline(status, language))
    for name in ("deposited", "in_force_for"):
        number = getattr(status.counts, name)
        if number is not None:
            told.append(f" · {status_term(name, language)} ").append(str(number), "bold")
    for key, states in (("suspended_by", status.suspended_by), ("disputed_states", status.disputed)):
        if states:
            told.append(f" · {status_term(key, language)}: {listed(states, language)}", "red")
    return told


def _figures(status: Status, language: Language) -> Iterator[tuple[Text, Text]]:
    if status.counts.deposited is None:
        yield from _reported(status, language)
    else:
        for name in _COUNTS:
            yield Text(status_term(name, language)), Text(str(getattr(status.counts, name)), "bold")
    for key, states in (
        ("outstanding", status.outstanding),
        ("suspended_by", status.suspended_by),
        ("disputed_states", status.disputed),
    ):
        if states:
            told = Text(f"{len(states)}: ", "bold").append(listed(states, language))
            if key == "disputed_states":
                both = status_term("with_and_without", language).format_map(status.disputed_counts)
                told.append(f" ({both})", "bright_black")
            yield Text(status_term(key, language)), told
    yield Text(status_term("acts_held", language)), Text(held(status.acts_held, language))


def _reported(status: Status, language: Language) -> Iterator[tuple[Text, Text]]:
    """Counts that others give, where there are none of the register's own."""
    for step in status.why:
        if step.key == "reported_only":
            told = Text(str(step.values["value"]), "bold").append(
                f"  {step.values['date']}, {step.source}", "bright_black"
            )
            yield Text(status_term(str(step.values["property"]), language)), told
    if any(step.key == "not_counted" for step in status.why):
        yield Text(status_term("counted", language)), Text(status_term("not_known", language), "bright_black")


def _groups(status: Status, language: Language, most: int) -> Iterator[tuple[Text, Text]]:
    """Each label with its States, those of a group of more than ``most`` by number alone."""
    if status.counts.deposited is None:
        return
    by_label: dict[Label, list[str]] = defaultdict(list)
    for each in status.standings:
        by_label[each.label].append(each.state)
    for label in Label:
        if states := by_label.get(label):
            told = Text(str(len(states)), "bold")
            told.append(f": {listed(states, language)}" if len(states) <= most else "", "not bold")
            yield Text(status_term(label.value, language), LABEL_STYLES[label]), told


def change_records(changes: Iterable[Change]) -> list[Record]:
    """Changes as records, for JSON."""
    return [
        {
            "treaty": each.treaty,
            "what": each.what,
            "state": each.state or None,
            "before": each.before or None,
            "after": each.after or None,
            "date": each.date or None,
        }
        for each in changes
    ]


def change_csv(changes: Iterable[Change], language: Language) -> str:
    """One row a change, names in the language."""
    return _rows(
        _CHANGE_COLUMNS,
        (
            (each.treaty, each.what, each.state, state_name(each.state, language), each.before, each.after, each.date)
            for each in changes
        ),
    )


def change_table(
    changes: Sequence[Change], first: str, last: str, language: Language, *, width: int = 100, colour: bool = False
) -> str:
    """What changed, treaty by treaty: the treaty's own changes, then each State's with its day."""
    page = TwoColumns(language, width, colour)
    page.line(Text(status_term("changes_between", language).format(date=first, until=last), "bold"))
    for treaty, group in groupby(changes, key=lambda each: each.treaty):
        page.line(Text(treaty_name(treaty, language), "bold").append(f"  {treaty}", "bright_black"))
        page.grid(_change_row(each, language) for each in group)
    if not changes:
        page.line(Text(status_term("nothing_changed", language)))
    return page.text()


def _change_row(change: Change, language: Language) -> tuple[Text, Text]:
    if change.what == "label":
        named = Text(state_name(change.state, language))
    else:
        named = Text(status_term("suspended_by" if change.what == "suspension" else change.what, language), "bold")
    if change.what == "suspension":
        before, after = (listed(value.split(), language) for value in (change.before, change.after))
    else:
        before, after = (status_term(value, language) for value in (change.before, change.after))
    arrow = "←" if language.direction == "rtl" else "→"
    told = Text(f"{before or '–'} {arrow} {after or '–'}") if before or after else Text()
    return named, told.append(f"  {change.date}" if change.date else "", "bright_black")


def _rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return lines.getvalue()
