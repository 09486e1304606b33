"""The tables of treaties: all of them on a day, every State's standing, the acts that a count counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from verbale.app.treaty_acts import COUNT_KINDS, find_circle, get_counted, get_standings
from verbale.model.act import ActKind
from verbale.model.status import CountedAct, PartyLabel, Status
from verbale.web.lists import Choice, Column, Row, Table
from verbale.web.templatetags.written_words import state_name, treaty_name, written_date
from verbale.web.treaty_asking import AskedTreaty
from verbale.web.treaty_parts import act_url, days, sentence, source_url, term, terms

_BLANK = "XXX"  # user-assigned in ISO 3166: no State has it


def treaties_table(statuses: Sequence[Status], day: str) -> Table:
    """Every treaty with its counts on a day; each number leads to the acts that are counted."""
    rows = [_treaty_row(status) for status in statuses]
    query = urlencode({"on": day})
    columns = (
        Column("name", _("Treaty"), link=lambda row: f"{reverse('treaty', args=[row['treaty']])}?{query}"),
        Column("treaty", _("Short name"), show=lambda value: value.replace("_", " ")),
        Column("standing", _("Status"), show=lambda value: value),
        Column("in_force", _("In force"), hidden=True),
        Column("in_force_since", _("Since"), hidden=True),
        Column("in_force_until", _("Until"), hidden=True),
        *(_count_column(key, query) for key in COUNT_KINDS),
        Column("disputed", _("Disputed"), show=lambda codes: [state_name(code) for code in codes], link=_why(query)),
        Column("acts_held", _("Acts held"), hidden=True),
        Column("as_of", _("As of"), hidden=True),
    )
    caption = _("Treaties on %(day)s") % {"day": written_date(day)}
    return Table(f"treaties {day}", caption, columns, rows, stack=True)


def _treaty_row(status: Status) -> dict[str, object]:
    return {
        "name": treaty_name(status.treaty),
        "treaty": status.treaty,
        "standing": sentence(status),
        "in_force": "yes" if status.in_force else "no",
        "in_force_since": status.in_force_since,
        "in_force_until": status.in_force_until,
        **{key: getattr(status.counts, key) for key in COUNT_KINDS},
        "disputed": status.disputed,
        "acts_held": status.acts_held,
        "as_of": status.as_of,
    }


def _why(query: str) -> Callable[[Row], str]:
    def link(row: Row) -> str:
        return f"{reverse('treaty', args=[row['treaty']])}?{query}#disputed" if row["disputed"] else ""

    return link


def _count_column(key: str, query: str) -> Column:
    def link(row: Row) -> str:
        counted = row[key] is not None
        return f"{reverse('treaty', args=[row['treaty']])}?{query}&{urlencode({'count': key})}#list" if counted else ""

    return Column(key, capital(term(key)), kind="number", link=link)


def standings_table(asked: AskedTreaty) -> Table:
    """Every State with its standing on the day; the day of its act leads to the act, the State to its page."""
    circle = find_circle(asked.treaty)
    rows = [_standing_row(each, circle) for each in get_standings(asked.treaty, asked.day.day, asked.supposed)]
    rows.sort(key=lambda row: str(row["name"]))
    choices = [Choice("standing", _("Standing"), terms(label.value for label in PartyLabel))]
    if circle:
        choices.append(Choice("circle", _("Named by the treaty"), circle_words()))
    names, named, dated = terms([*PartyLabel, *ActKind]), circle_words(), days()
    columns = (
        *_state_columns(),
        Column("standing", _("Standing"), show=names.__getitem__),
        Column("since", _("Since"), kind="date", show=dated),
        Column("signed", _("Signed"), hidden=True),
        Column("act", _("Act"), show=names.__getitem__),
        Column("date", _("Date of the act"), kind="date", show=dated, link=_to_act),
        Column("in_force", _("In force for it"), kind="date", show=dated),
        Column("ends", _("Withdrawal takes effect"), kind="date", hidden=True),
        *([Column("circle", _("Named by the treaty"), show=named.__getitem__)] if circle else []),
        *_source_columns(),
    )
    caption = _("All States on %(day)s") % {"day": written_date(asked.day.day)}
    name = f"{asked.treaty} {asked.day.day}"
    return Table(name, caption, columns, rows, choices, stack=True)


def counted_table(asked: AskedTreaty) -> Table:
    """The acts that one count counts, one a State."""
    rows = [_act_row(each) for each in get_counted(asked.treaty, asked.day.day, asked.count, asked.supposed)]
    names, dated = terms(ActKind), days()
    columns = (
        *_state_columns(),
        Column("date", _("Date of the act"), kind="date", show=dated, link=_to_act),
        Column("act", _("Act"), show=names.__getitem__),
        Column("in_force", _("In force for it"), kind="date", show=dated, hidden=asked.count == "signatures"),
        Column("depositary", _("Depositary"), hidden=True),
        *_source_columns(),
    )
    words = {"count": capital(term(asked.count)), "number": len(rows), "day": written_date(asked.day.day)}
    caption = _("%(count)s: %(number)s on %(day)s") % words
    name = f"{asked.treaty} {asked.count} {asked.day.day}"
    return Table(name, caption, columns, rows, [Choice("act", _("Act"), names)], stack=True)


def circle_words() -> dict[str, str]:
    """The two places of a State that a treaty names, and none."""
    return {"deposited": _("instrument deposited"), "outstanding": _("outstanding"), "": ""}


def capital(text: str) -> str:
    """A term as a heading."""
    return text[:1].upper() + text[1:]


def _state_columns() -> tuple[Column, ...]:
    # One address is made and filled in: to reverse 197 of them takes longer than all else of a row.
    address = reverse("state", args=[_BLANK])
    return (
        Column("name", _("State"), link=lambda row: address.replace(_BLANK, row["state"])),
        Column("state", _("Code"), hidden=True),
    )


def _to_act(row: Row) -> str:
    return str(row["act_url"])


def _source_columns() -> tuple[Column, ...]:
    return (
        Column("source", _("Source"), link=lambda row: source_url(row["source"], row["place"])),
        Column("place", _("Place in the source"), hidden=True),
        Column("note", _("Note"), hidden=True),
        Column("supposed", _("Supposed"), hidden=True),
        Column("statement", _("Statement"), hidden=True),
    )


def _act_row(each: CountedAct) -> dict[str, object]:
    act = each.act
    address = act_url(act)
    return {
        "name": state_name(each.standing.state),
        "state": each.standing.state,
        "act": act.kind.value if act else "",
        "date": act.date if act else "",
        "in_force": each.standing.in_force,
        "depositary": act.depositary if act else "",
        "source": act.source if act else "",
        "place": act.place if act else "",
        "note": act.note if act else "",
        "supposed": "yes" if act and act.stance.value == "supposed" else "",
        "statement": address,
        "act_url": address,
    }


def _standing_row(each: CountedAct, circle: frozenset[str]) -> dict[str, object]:
    standing = each.standing
    place = ("deposited" if standing.consent else "outstanding") if standing.state in circle else ""
    return {
        **_act_row(each),
        "standing": standing.label.value,
        "since": standing.since,
        "signed": "yes" if standing.signed else "no",
        "ends": standing.ends,
        "circle": place,
    }
