"""The lists of the register's pages: its tables, the lines of one, what happened, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from verbale.app.library_links import LibraryLinks
from verbale.app.register_tables import FIGURES, HeldSource, HeldTable, find_beside, find_differing, measure_names
from verbale.lexicon.naming import holding_term, status_term
from verbale.model.language import Language
from verbale.model.register_line import RegisterLine
from verbale.web.document_links import links_to, source_url
from verbale.web.lists import Choice, Column, Row, Table
from verbale.web.templatetags.written_words import current_language, state_name, treaty_name, written_date
from verbale.web.treaty_parts import statement_url

_ACTS = "acts"
_ENGLISH = Language.EN.value


def table_title(name: str) -> str:
    """The heading of a table in the language of the interface."""
    # The terminal shows the last year of a series alone, and its heading says so; here there is every year.
    return _("Yearly series") if name == "yearly_figures" else holding_term(name, current_language())


def tables_table(tables: Iterable[HeldTable]) -> Table:
    """The tables of the register with how much each holds."""
    rows = [
        {
            "title": table_title(one.name),
            "table": one.name,
            "lines": one.lines,
            "first": one.first,
            "last": one.last,
            "states": one.states,
            "sources": one.sources,
        }
        for one in tables
    ]
    columns = (
        Column("title", _("Table"), link=lambda row: reverse("register-table", args=[row["table"]])),
        Column("table", _("Name"), hidden=True),
        Column("lines", _("Statements"), kind="number"),
        Column("first", _("From"), show=written_day),
        Column("last", _("To"), show=written_day),
        Column("states", _("States"), kind="number"),
        Column("sources", _("Sources"), kind="number"),
    )
    return Table("register", _("Tables of the register"), columns, rows, stack=True)


def lines_table(name: str, caption: str, lines: Sequence[RegisterLine], *, of_all: bool = False) -> Table:
    """The lines of one table, or with ``of_all`` of several: each leads to its statement, its source to the source."""
    links = links_to({line.statement.provenance.source for line in lines})
    rows = [_line_row(line, links) for line in lines]
    kinds = {str(row["kind"]): table_title(str(row["kind"])) for row in rows}
    columns = (
        Column("when", _("When"), rank=lambda row: str(row["from"] or row["recorded"])),
        Column("from", _("From"), hidden=True),
        Column("to", _("To"), hidden=True),
        Column("kind", _("Table"), show=kinds.__getitem__, hidden=not of_all),
        *(_figure_columns() if name in FIGURES else _act_columns() if name == _ACTS else _plain_columns()),
        *_whence_columns(),
    )
    choices = [Choice("kind", _("Table"), kinds)] if of_all else []
    if name == _ACTS:
        choices.append(Choice("act", _("Act"), {str(row["act"]): _act(str(row["act"])) for row in rows}))
    if name in FIGURES:
        choices.append(Choice("measure", _("Measure"), measure_names()))
    choices.append(Choice("source", _("Source")))
    return Table(name, caption, columns, rows, choices, stack=True)


def sources_table(sources: Iterable[HeldSource]) -> Table:
    """Every source with how many statements rest on it."""
    rows = [
        {
            "source": one.id,
            "title": one.title,
            "publisher": one.publisher,
            "date": one.date,
            "statements": one.statements,
            "address": one.address,
            "licence": one.licence,
        }
        for one in sources
    ]
    columns = (
        Column("source", _("Source"), link=lambda row: reverse("source", args=[row["source"]])),
        Column("title", _("Title"), language=lambda row: _ENGLISH),
        Column("publisher", _("Publisher"), language=lambda row: _ENGLISH),
        Column("date", _("As of"), show=written_day),
        Column("statements", _("Statements"), kind="number"),
        Column("address", _("Address"), hidden=True),
        Column("licence", _("Licence"), hidden=True),
    )
    return Table("sources", _("Sources of the register"), columns, rows, stack=True)


def written_day(day: str) -> str:
    """A date of whatever precision as it is written; a year stays as it is."""
    return day if len(day) <= len("2022") else written_date(day)


def written_period(line: RegisterLine) -> str:
    """When a line holds, or happened; the day it was learned where no beginning and no end are known."""
    start, end = line.statement.valid.start or "", line.statement.valid.end or ""
    if not start and not end:
        return holding_term("always", current_language())
    if start == end:
        return written_day(start)
    return " – ".join((written_day(start) if start else "…", written_day(end) if end else "…"))


def _line_row(line: RegisterLine, links: LibraryLinks) -> dict[str, object]:
    said, whence = line.statement, line.statement.provenance
    return {
        "when": written_period(line),
        "from": said.valid.start or "",
        "to": said.valid.end or "",
        "kind": line.kind,
        "label": line.label,
        "states": list(line.states),
        "treaties": list(line.treaties),
        "state": said.subject,
        "act": said.property.partition(" ")[2],
        "measure": said.property,
        "value": said.value,
        "others": find_differing(line),
        "text": said.text,
        "source": whence.source,
        "place": whence.place,
        "source_url": source_url(links, whence.source, whence.place),
        "recorded": said.recorded,
        "statement": statement_url(line.key),
        "beside": len(find_beside(line)),
    }


def _plain_columns() -> tuple[Column, ...]:
    return (
        Column("label", _("What is held"), link=_statement, language=lambda row: _ENGLISH),
        Column("states", _("States"), show=_states_shown),
        Column("treaties", _("Treaties"), show=lambda codes: [treaty_name(code) for code in codes], hidden=True),
        Column("value", _("Value"), hidden=True),
        Column("text", _("As printed"), hidden=True),
    )


def _act_columns() -> tuple[Column, ...]:
    return (
        Column("state", _("State"), show=state_name, link=_to_state),
        Column("act", _("Act"), show=_act, link=_statement),
        Column("treaties", _("Treaty"), show=lambda codes: [treaty_name(code) for code in codes], link=_to_treaty),
        Column("label", _("What is held"), hidden=True),
        Column("states", _("States"), hidden=True),
        Column("value", _("Date"), hidden=True),
    )


def _figure_columns() -> tuple[Column, ...]:
    names = measure_names()
    return (
        Column("state", _("State"), show=state_name),
        Column("measure", _("Measure"), show=lambda key: names.get(key, key), language=lambda row: _ENGLISH),
        Column("value", _("Value"), kind="number", link=_statement),
        Column("text", _("As printed")),
        Column("label", _("What is held"), language=lambda row: _ENGLISH),
        Column("others", _("Other values for the year"), kind="number", show=lambda count: count or "", link=_beside),
        Column("states", _("States"), hidden=True),
        Column("treaties", _("Treaties"), hidden=True),
    )


def _whence_columns() -> tuple[Column, ...]:
    return (
        Column(
            "source", _("Source"), link=lambda row: str(row["source_url"]) or reverse("source", args=[row["source"]])
        ),
        Column("place", _("Place")),
        Column("recorded", _("Recorded"), hidden=True),
        Column("source_url", _("Address"), hidden=True),
        Column("statement", _("Statement"), hidden=True),
    )


def _statement(row: Row) -> str:
    return str(row["statement"])


def _beside(row: Row) -> str:
    return f"{row['statement']}#beside" if row["others"] else ""


def _to_state(row: Row) -> str:
    return reverse("state", args=[row["state"]]) if row["states"] else ""


def _to_treaty(row: Row) -> str:
    return reverse("treaty", args=[row["treaties"][0]]) + f"?on={row['from']}" if row["treaties"] else ""


def _act(kind: str) -> str:
    return status_term(kind, current_language())


def _states_shown(codes: Sequence[str]) -> list[str]:
    """Names of States; where there are many, as in a vote, how many there are."""
    few = 8
    return (
        [state_name(code) for code in codes] if len(codes) <= few else [_("%(number)s States") % {"number": len(codes)}]
    )
