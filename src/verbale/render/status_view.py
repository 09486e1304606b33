"""A treaty's status: a table in the terminal, rows for a spreadsheet, a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from rich.text import Text

from verbale.lexicon.naming import state_name, status_term, treaty_name
from verbale.model.language import Language
from verbale.model.status import PartyLabel, Status
from verbale.render.csv_table import csv_rows
from verbale.render.two_columns import LABEL_STYLES, TwoColumns
from verbale.render.wording import headline, held, listed, step_place, step_text

_COUNTS = ("signatures", "ratifications", "accessions", "deposited", "in_force_for")
_FEW = 20  # States of a group that are named without being asked for
_COLUMNS = ("treaty", "as_of", "state", "name", "label", "since", "signed", "consent", "by", "in_force", "ends")


def status_csv(answers: Iterable[Status], language: Language) -> str:
    """One row a treaty and State, names in the language."""
    return csv_rows(
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
    sources: Mapping[str, str] = MappingProxyType({}),
    width: int = 100,
    colour: bool = False,
) -> str:
    """The status for a terminal: in force or not, the counts, who is missing, and who stands where.

    Groups of more than a few States are told by number alone unless ``states``. ``why`` adds the steps, and what the
    ids of their sources stand for, as ``sources`` has it.
    """
    page = TwoColumns(language, width, colour)
    page.line(titled(status.treaty, language))
    shown = Text.assemble(_day(status, language), " · ", (headline(status, language), _colour(status)), "\n")
    page.line(shown)
    page.grid(_figures(status, language))
    page.grid(_groups(status, language, len(status.standings) if states else _FEW))
    if why:
        page.line(Text(status_term("why", language), "bold"))
        page.grid(
            (Text(f"{place}."), Text.assemble(step_text(step, language), (f"  {step_place(step)}", "bright_black")))
            for place, step in enumerate(status.why, start=1)
        )
        page.grid((Text(name, "bright_black"), Text(title)) for name, title in sources.items())
    return page.text()


def overview_table(answers: Sequence[Status], language: Language, *, width: int = 100, colour: bool = False) -> str:
    """Every treaty in a line: in force or not, instruments deposited, and for how many States it is in force."""
    page = TwoColumns(language, width, colour)
    page.line(Text(_day(answers[0], language), "bold"))
    page.grid((Text(each.treaty, _colour(each)), _summary(each, language)) for each in answers)
    return page.text()


def titled(treaty: str, language: Language) -> Text:
    """The name of a treaty, with its id."""
    return Text.assemble((treaty_name(treaty, language), "bold"), (f"  {treaty}", "bright_black"))


def _day(status: Status, language: Language) -> str:
    return status_term("as_of", language).format(date=status.as_of)


def _colour(status: Status) -> str:
    return "green" if status.in_force else "yellow"


def _summary(status: Status, language: Language) -> Text:
    shown = Text(headline(status, language))
    for name in ("deposited", "in_force_for"):
        number = getattr(status.counts, name)
        if number is not None:
            shown.append(f" · {status_term(name, language)} ").append(str(number), "bold")
    for key, states in (("suspended_by", status.suspended_by), ("disputed_states", status.disputed)):
        if states:
            shown.append(f" · {status_term(key, language)}: {listed(states, language)}", "red")
    return shown


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
            shown = Text.assemble((f"{len(states)}: ", "bold"), listed(states, language))
            if key == "disputed_states":
                both = status_term("with_and_without", language).format_map(status.disputed_counts)
                shown.append(f" ({both})", "bright_black")
            yield Text(status_term(key, language)), shown
    yield Text(status_term("acts_held", language)), Text(held(status.acts_held, language))


def _reported(status: Status, language: Language) -> Iterator[tuple[Text, Text]]:
    """Counts that others give, where there are none of the register's own."""
    for step in status.why:
        if step.key == "reported_only":
            whence = f"  {step.values['date']!s}, {step.source}"
            shown = Text.assemble((str(step.values["value"]), "bold"), (whence, "bright_black"))
            yield Text(status_term(str(step.values["property"]), language)), shown
    if any(step.key == "not_counted" for step in status.why):
        yield Text(status_term("counted", language)), Text(status_term("not_known", language), "bright_black")


def _groups(status: Status, language: Language, most: int) -> Iterator[tuple[Text, Text]]:
    """Each label with its States, those of a group of more than ``most`` by number alone."""
    if status.counts.deposited is None:
        return
    by_label: dict[PartyLabel, list[str]] = defaultdict(list)
    for each in status.standings:
        by_label[each.label].append(each.state)
    for label in PartyLabel:
        if states := by_label.get(label):
            names = f": {listed(states, language)}" if len(states) <= most else ""
            shown = Text.assemble((str(len(states)), "bold"), names)
            yield Text(status_term(label.value, language), LABEL_STYLES[label]), shown
