"""``cycle.toml``: a cycle as people write it, read with every rule checked, and written in one form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tomli_w

from verbale.desk.cycle import AddresseeGroup, Addressees, Approval, Calendar, Cycle, CycleMandate, Extension
from verbale.model.policy import Policy
from verbale.model.programme import Contact, Programme
from verbale.programmes.loading import ProgrammeFiles
from verbale.programmes.lookup import choose_programme, get_programme
from verbale.programmes.terms import read_contact, read_policies
from verbale.programmes.toml_table import TomlTable, parse_toml, read_whole

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_NAMES = {"policies": "policy"}


def parse_cycle(text: str, file: str = "cycle.toml", programmes: Sequence[ProgrammeFiles] = ()) -> Cycle:
    """The cycle of a file, with its programme, which is looked for among ``programmes`` and then in the package.

    A file that names no programme gets the one whose topics it uses, else ``general``. Policies that it does not give
    are those of the programme. Raises ``CycleBroken``, which names the place, what stands there and what should.
    """
    top = parse_toml(text, file)
    named = top.text("programme", "")
    mandates = read_whole(top.tables("mandates", least=1), _mandate)
    programme = (
        get_programme(named, programmes)
        if named
        else choose_programme({one.topic: one.titles for one in mandates}, programmes)
    )
    cycle = Cycle(
        name=top.text("name"),
        programme=programme,
        session=top.number("session"),
        report=top.symbol("report", blank=True),
        previous_report=top.symbol("previous_report", ""),
        agenda_item=top.text("agenda_item", ""),
        reference=top.text("reference", ""),
        mandates=mandates,
        addressees=_addressees(top.table("addressees")),
        calendar=_calendar(top.table("calendar")),
        policies=_policies(top, programme),
        agenda_titles=top.words("agenda_titles"),
        contact=read_contact(top),
        approval=_approval(top),
    )
    top.done()
    return cycle


def _policies(top: TomlTable, programme: Programme) -> tuple[Policy, ...]:
    policies = read_policies(top) or programme.policies
    if not policies:
        raise top.broken("policy", f"there should be at least 1, as [[policy]]: programme {programme.id} has none")
    return policies


def _mandate(table: TomlTable) -> CycleMandate:
    return CycleMandate(
        resolution=table.symbol("resolution"),
        paragraph=table.text("paragraph"),
        adopted=table.day("adopted"),
        topic=table.text("topic"),
        item=table.text("item", ""),
        called=table.yes("called", True),
        titles=table.words("titles"),
        requests=table.words("requests"),
    )


def _addressees(table: TomlTable) -> Addressees:
    groups = table.choices("groups", AddresseeGroup)
    found = Addressees(groups, table.states("also"), table.states("without"))
    if not groups and not found.also:
        raise table.broken("groups", f"name whom the note goes to: {', '.join(AddresseeGroup)}")
    table.done()
    return found


def _calendar(table: TomlTable) -> Calendar:
    note, deadline = table.day("note"), table.day("deadline")
    if deadline < note:
        raise table.broken("deadline", f"{deadline} lies before the note verbale of {note}")
    zone = table.text("zone", "America/New_York")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise table.broken("zone", f"{zone!r} is no time zone; give a name as America/New_York") from error
    found = Calendar(
        note=note,
        deadline=deadline,
        zone=zone,
        reminders=table.days("reminders"),
        extensions=read_whole(table.tables("extensions"), _extension),
        submission=table.day_if_any("submission"),
        observed_since=table.day_if_any("observed_since"),
    )
    table.done()
    return found


def _extension(table: TomlTable) -> Extension:
    state = table.text("state", "")
    if state:
        table.check_state("state", state)
    return Extension(table.day("until"), state)


def _approval(top: TomlTable) -> Approval:
    """Who may do what, where the file says so."""
    if "approval" not in top:
        return Approval()
    table = top.table("approval")
    found = Approval(second_person=table.yes("second_person", False))
    table.done()
    return found


def cycle_toml(cycle: Cycle) -> str:
    """The cycle as ``parse_cycle`` reads it, keys in a fixed order."""
    table = _table_of(cycle)
    if cycle.approval == Approval():
        del table["approval"]
    return tomli_w.dumps({_NAMES.get(key, key): value for key, value in table.items()})


def find_blanks(cycle: Cycle) -> tuple[str, ...]:
    """The keys of a drafted cycle that a person has to fill in: days that are not known (``date.min``), empty
    resolutions, and mandates where there are none."""
    blanks = [] if cycle.mandates else ["mandates"]
    for number, mandate in enumerate(cycle.mandates, start=1):
        known = {"resolution": mandate.resolution, "adopted": mandate.adopted}
        blanks += [f"mandates[{number}].{key}" for key, value in known.items() if value in ("", date.min)]
    days = {"note": cycle.calendar.note, "deadline": cycle.calendar.deadline}
    return (*blanks, *(f"calendar.{key}" for key, day in days.items() if day == date.min))


def draft_toml(cycle: Cycle) -> str:
    """A drafted cycle as a file whose blanks are empty texts, which ``parse_cycle`` refuses by their place."""
    table = _table_of(cycle)
    if cycle.approval == Approval():
        del table["approval"]
    if not cycle.mandates:
        table["mandates"] = [dict.fromkeys(("resolution", "paragraph", "adopted", "topic"), "")]
    return tomli_w.dumps(_emptied({_NAMES.get(key, key): value for key, value in table.items()}))


def _emptied(value: object) -> dict[str, object]:
    """A table without days that are not known."""
    table = value if isinstance(value, dict) else {}
    return {key: _emptied_cell(cell) for key, cell in table.items()}


def _emptied_cell(cell: object) -> object:
    if isinstance(cell, dict):
        return _emptied(cell)
    if isinstance(cell, list):
        return [_emptied_cell(item) for item in cell]
    return "" if cell == date.min else cell


def _table_of(value: DataclassInstance) -> dict[str, object]:
    """The fields of a value as a table of TOML: what is not there is left out, and no limit is ``false``."""
    table: dict[str, object] = {}
    for each in fields(value):
        cell = getattr(value, each.name)
        if isinstance(cell, Programme):
            table[each.name] = cell.id
        elif isinstance(cell, Contact):
            given = {name: text for name, text in _table_of(cell).items() if text}
            table |= {each.name: given} if given else {}
        elif isinstance(cell, Mapping):
            table |= {each.name: dict(cell)} if cell else {}
        elif cell is not None:
            table[each.name] = _cell_of(cell)
        elif each.name.endswith("_words"):
            table[each.name] = False
    return table


def _cell_of(value: object) -> object:
    if isinstance(value, tuple):
        return [_cell_of(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _table_of(value)
    return str(value) if isinstance(value, StrEnum) else value
