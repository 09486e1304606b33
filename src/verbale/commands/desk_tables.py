"""Cycles, replies and proposals as tables for a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.app.desks import CycleSummary
from verbale.app.letter_reading import words_of
from verbale.app.receiving import Received
from verbale.desk.answering import Evidence
from verbale.desk.cases import CycleCase, ReplyCase, ReplyStage
from verbale.desk.cycle import Cycle
from verbale.desk.deadlines import deadline_for
from verbale.desk.next_steps import VERBS, find_awaited, find_next_step
from verbale.errors import printable
from verbale.model.contract import Record
from verbale.render.csv_table import csv_rows
from verbale.render.plurals import counted
from verbale.translation.job import Job

_STYLES = {
    ReplyStage.UNREAD: "red",
    ReplyStage.RECEIVED: "yellow",
    ReplyStage.CONFIRMED: "cyan",
    ReplyStage.PLACED: "green",
    ReplyStage.PUBLISHED: "green",
    ReplyStage.WITHDRAWN: "magenta",
    ReplyStage.RECALLED: "magenta",
    ReplyStage.SET_ASIDE: "magenta",
}
_MOST_ALARMS = 2  # that are shown of a letter; the JSON has all


def proposal_table(taken: Received, *, confirmed: bool, width: int, colour: bool) -> str:
    """What a letter seems to be, with the evidence for each answer; alarms last."""
    proposal, relation = taken.proposal, taken.relation
    table = plain_table("", "proposed", "because")
    came = {"new": "a new letter", "version": "a new version", "copy": "held already"}[taken.kind]
    table.add_row("case", taken.case, came)
    if taken.kind != "copy":
        table.add_row("kind", relation.kind.value, printable(relation.reason))
    if relation.about and taken.kind != "copy":
        table.add_row("about", relation.about, "a reply of the same sender on the same")
    for name, found in (
        ("author", proposal.states[: max(3, len(proposal.joint))]),
        ("date", proposal.dates),
        ("language", proposal.languages),
        ("answers", proposal.addresses),
    ):
        _add_evidence(table, name, found)
        if name == "date" and proposal.undated:
            table.add_row("", "the day of its receipt", "nothing in it is a date")
    if len(proposal.parts) > 1:
        table.add_row(
            "parts", str(len(proposal.parts)), "; ".join(", ".join(part.addresses) for part in proposal.parts)
        )
    for alarm in taken.alarms if taken.kind != "copy" else ():
        table.add_row(Text("look", style="bold red"), alarm.ref, printable(alarm.reason))
    if confirmed:
        looked = (
            f"looked at: kind, author, date, language, mandates, {counted(len(proposal.reproduced), 'unit', 'units')} "
            f"reproduced and {len(proposal.framing)} framing; what the reader found; what is held of the sender"
        )
        table.add_row(Text("confirmed", style="green"), "", looked)
    return shown([table], width, colour)


def _add_evidence(table: Table, name: str, found: Sequence[Evidence]) -> None:
    if not found:
        table.add_row(name, Text("not said", style="yellow"), "")
    for place, each in enumerate(found):
        where = f" ({', '.join(each.refs[:4])}{', …' if len(each.refs) > 4 else ''})" if each.refs else ""
        table.add_row(name if not place else "", each.value, f"{each.reason}{where}")


def desk_table(cycles: Iterable[CycleSummary], *, width: int, colour: bool) -> str:
    """The cycles of a desk: the stage of each, and how many of its replies stand at each stage."""
    table = plain_table("cycle", "step", "replies", "of these")
    for cycle in cycles:
        stages = ", ".join(f"{count} {stage}" for stage, count in cycle.replies.items())
        table.add_row(printable(cycle.name), cycle.stage, str(sum(cycle.replies.values())), stages)
    return shown([table], width, colour)


CASE_COLUMNS = ("cycle", "case", "stage", "state", "name", "last_at")


def cases_table(cases: Iterable[Record], *, width: int, colour: bool) -> str:
    """The replies of a desk, a row each."""
    table = plain_table("cycle", "case", "step", "State", "letter", "last")
    for one in cases:
        table.add_row(*(printable(str(one[name] or "")) for name in CASE_COLUMNS))
    return shown([table], width, colour)


def cases_csv(cases: Iterable[Record]) -> str:
    """The same as rows."""
    return csv_rows(CASE_COLUMNS, ([one[name] or "" for name in CASE_COLUMNS] for one in cases))


LIBRARY_COLUMNS = ("address", "language", "date", "session", "profile", "title")


def library_table(rows: Iterable[Record], *, width: int, colour: bool) -> str:
    """The documents of a library, a row for each language."""
    table = plain_table("symbol", "language", "date", "session", "kind", "title")
    for one in rows:
        table.add_row(*(printable(str(one[name] or "")) for name in LIBRARY_COLUMNS))
    return shown([table], width, colour)


def library_csv(rows: Iterable[Record]) -> str:
    """The same as rows."""
    return csv_rows(LIBRARY_COLUMNS, ([one[name] or "" for name in LIBRARY_COLUMNS] for one in rows))


def cycle_table(
    cycle: Cycle,
    case: CycleCase,
    replies: Iterable[ReplyCase],
    seal: str,
    numbers: Mapping[str, int],
    *,
    width: int,
    colour: bool,
) -> str:
    """Where a cycle stands, and the disposition of every reply."""
    head = plain_table("", "")
    head.show_header = False
    deadline = deadline_for(cycle.calendar, "")
    head.add_row("report", f"{cycle.report}, session {cycle.session}")
    head.add_row("answers", ", ".join(f"{one.resolution} para. {one.paragraph}" for one in cycle.mandates))
    head.add_row("step", case.stage.value)
    head.add_row("note verbale", f"{cycle.calendar.note}" + (f", {case.note_reference}" if case.note_reference else ""))
    head.add_row("deadline", f"end of {deadline.day}, {cycle.calendar.zone}")
    for extension in case.extensions:
        head.add_row("extended", f"{extension.until} for {extension.state or 'all'}")
    if case.words:
        waiver = f", waiver: {case.waiver}" if case.waiver else ""
        head.add_row("submitted", printable(f"{case.words:,} words{waiver}"))
    for symbol, day in case.issued:
        head.add_row("issued", f"{symbol}, {day}")
    for stage, by in case.followed:
        head.add_row(stage.value, printable(by))
    head.add_row("seal", seal)
    table = plain_table("", "case", "author", "kind", "dated", "received", "step", "next")
    doubts = plain_table("", "file", "language", "goes to", "in doubt, or why it is where it is")
    held = list(replies)
    for reply in held:
        number = str(numbers[reply.id])
        table.add_row(number, *_reply_cells(reply))
        names = printable(", ".join(one.name for one in reply.versions))
        doubts.add_row(number, names, reply.language, _goes_to(reply), printable(_doubt(reply)))
    return shown([head, table, doubts] if held else [head], width, colour)


def _reply_cells(reply: ReplyCase) -> tuple[str | Text, ...]:
    whose = ", ".join(reply.authors) or (f"{', '.join(reply.current.authors)}?".lstrip() if reply.versions else "?")
    return (
        reply.id,
        f"{whose} for {reply.group}" if reply.group else whose,
        reply.kind.value if reply.confirmed else f"{reply.kind.value}?",
        reply.dated,
        reply.current.received[:16].replace("T", " "),
        Text(reply.stage.value, style=_STYLES.get(reply.stage, "")),
        VERBS[find_next_step(reply)] + (f" ({reply.assigned})" if reply.assigned else ""),
    )


def _goes_to(reply: ReplyCase) -> str:
    goes = reply.destination.value if reply.destination else ""
    return f"{goes} + web" if reply.on_web and goes == "report" else goes


def _doubt(reply: ReplyCase) -> str:
    """What is in doubt of a letter, the first alarms of it; else the reason why it is where it is."""
    alarms = [alarm.reason for version in reply.versions for alarm in reply.open_alarms(version)]
    more = f"; {len(alarms) - _MOST_ALARMS} more" if len(alarms) > _MOST_ALARMS else ""
    waived = "".join(f"; {one.gate} waived by {one.allowed_by}: {one.reason}" for one in reply.waivers.values())
    awaited = find_awaited(reply)
    pending = f"; translation pending: {', '.join(awaited)}" if awaited else ""
    return ("; ".join(alarms[:_MOST_ALARMS]) + more if alarms else reply.reason) + pending + waived


def cycle_csv(record: Mapping[str, Any]) -> str:
    """One row a reply of a cycle's record; several values stand in one cell with spaces between."""
    columns = (
        *("number", "case", "stage", "kind", "authors", "date", "received", "language", "awaits", "answers", "file"),
        *("alarms", "next", "assigned", "destination", "on_web", "reason"),
    )
    return csv_rows(columns, ([_cell(reply[column]) for column in columns] for reply in record["replies"]))


def _cell(value: object) -> object:
    if not isinstance(value, list):
        return value
    return ("; " if any(" " in str(one) for one in value) else " ").join(map(str, value))


def received_csv(letters: Iterable[Mapping[str, Any]]) -> str:
    """One row for each thing that is proposed of a letter, with its evidence, and for each alarm."""
    rows: list[tuple[object, ...]] = []
    for letter in letters:
        head = (letter["file"], letter["case"], letter["received_as"], letter["confirmed"])
        for name in ("kinds", "states", "dates", "languages", "answers"):
            rows += [(*head, name, one["value"], one["sure"], one["reason"]) for one in letter["proposal"][name]]
        rows += [(*head, "alarm", one["ref"], "", one["reason"]) for one in letter["alarms"]]
    return csv_rows(("file", "case", "received_as", "confirmed", "what", "value", "sure", "because"), rows)


JOB_COLUMNS = ("case", "from", "to", "units", "words", "offered")


def job_record(job: Job) -> dict[str, object]:
    """A job by its case and languages: its units, their words, and of how many an earlier translation is offered."""
    words = words_of(" ".join(one.source for one in job.segments))
    offered = sum(bool(one.target) for one in job.segments)
    cells = (job.id, job.source.value, job.target.value, len(job.segments), words, offered)
    return dict(zip(JOB_COLUMNS, cells, strict=True))


def jobs_table(jobs: Iterable[Mapping[str, object]], *, width: int, colour: bool) -> str:
    """What was submitted for translation, and how much of it was translated before: the same, or nearly."""
    table = plain_table(*JOB_COLUMNS)
    for job in jobs:
        table.add_row(*(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in job.values()))
    return shown([table], width, colour)


def plain_table(*columns: str) -> Table:
    """A table with these columns, its cells folded where they are too long."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        # The name of a case is to be typed again, and so stands on one line.
        table.add_column(column, overflow="fold", no_wrap=column in ("case", "step"))
    return table


def shown(tables: Iterable[Table], width: int, colour: bool) -> str:
    """Tables as text of a width, one after the other."""
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=colour, color_system="standard" if colour else None)
    for table in tables:
        console.print(table)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"
