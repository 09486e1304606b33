"""The lists on the page of a State: its replies, acts, votes, and each other kind of line that the register has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from verbale.app.library_links import LibraryLinks
from verbale.app.state_profile import HeldLine, StateProfile, TreatyPart
from verbale.app.state_replies import StateReply
from verbale.lexicon.naming import holding_term, status_term
from verbale.model.status import Standing
from verbale.web.document_links import document_url, place_in, source_url, symbol_url
from verbale.web.lists import Choice, Column, Row, Table
from verbale.web.templatetags.written_words import current_language, language_name, treaty_name, written_date

REPLIES, ACTS, VOTES, COMPARED = "replies", "acts", "roll_calls", "compared"
# The order of the page; a kind that is not named here comes last.
_ORDER = (
    *(VOTES, "positions", "sponsorships", "claims", "national_measures", "figures", "yearly_figures", "limits"),
    *("facilities", "zone_members", "capacity_building", "pledges", "evidence", "initiatives", "papers", "meetings"),
    *("offices", "bodies", "moves", "observations"),
)
_RECORDED_REPLIES = "replies"
_VOTE = "vote on "


def kinds_in_order(profile: StateProfile) -> list[str]:
    """The kinds of lines of a State, in the order of its page; its replies are told by the documents themselves."""
    place = {kind: number for number, kind in enumerate(_ORDER)}
    kinds = [kind for kind in profile.kinds if kind != _RECORDED_REPLIES]
    return sorted(kinds, key=lambda kind: (place.get(kind, len(place)), kind))


def kind_title(kind: str) -> str:
    """The heading of a kind of line in the language of the interface."""
    return holding_term(kind, current_language())


def replies_table(replies: Sequence[StateReply]) -> Table:
    """The replies of a State with the places of their paragraphs, the newest first."""
    rows = [
        {
            "year": one.year,
            "symbol": one.shown.address,
            "title": one.shown.title,
            "languages": list(one.versions),
            "original_language": one.original_language,
            "date": one.date,
            "paragraphs": [each.ref for each in one.paragraphs],
            "url": document_url(one.shown, one.ref),
            "language": one.shown.language,
        }
        for one in replies
    ]
    columns = (
        Column("year", _("Year")),
        Column("symbol", _("Document"), link=lambda row: str(row["url"])),
        Column("title", _("Title"), language=lambda row: str(row["language"])),
        Column("languages", _("Languages"), show=lambda codes: [language_name(code) for code in codes]),
        Column("original_language", _("Original language"), show=language_name),
        Column("date", _("Date of the reply"), kind="date", show=written_date),
        Column("paragraphs", _("Paragraphs"), show=len),
        Column("url", _("Address"), hidden=True),
    )
    return Table("replies", _("Replies in the documents of the library"), columns, rows, stack=True)


def acts_table(parts: Iterable[TreatyPart], links: LibraryLinks) -> Table:
    """The treaty actions of a State, treaty by treaty, each with where it stands towards the treaty."""
    rows = [
        {
            "treaty": part.treaty,
            "standing": part.standing.label.value if part.standing else "",
            "reason": standing_reason(part.standing),
            **act_row(one, part.treaty),
            **_whence(one, links),
        }
        for part in parts
        for one in part.acts
    ]
    columns = (
        Column("treaty", _("Treaty"), show=treaty_name, link=lambda row: reverse("treaty", args=[row["treaty"]])),
        Column("standing", _("Standing"), show=standing_name),
        Column("reason", _("Why"), hidden=True),
        Column("act", _("Act"), show=act_name, link=_statement),
        Column("date", _("Date"), show=written_day),
        Column("detail", _("Details"), language=lambda row: "en"),
        *_source_columns(),
    )
    names = {str(row["treaty"]): treaty_name(str(row["treaty"])) for row in rows}
    return Table("acts", kind_title(ACTS), columns, rows, (Choice("treaty", _("Treaty"), names),), stack=True)


def act_row(one: HeldLine, treaty: str) -> dict[str, object]:
    """An act: its kind, its day, and what its source adds, in English."""
    kind = one.line.statement.property.partition(" ")[2]
    detail = one.line.label.removeprefix(f"{treaty} {kind.replace('_', ' ')}").lstrip(" ,:")
    return {"act": kind, "date": one.line.starts, "detail": detail}


def act_name(kind: str) -> str:
    """The name of a kind of act in the language of the interface."""
    return status_term(kind, current_language())


def standing_name(label: str) -> str:
    """The name of a standing; that of a State without a part in the treaty where none is given."""
    return status_term(label or "NON_PARTY", current_language())


def standing_reason(standing: Standing | None) -> str:
    """By what a State stands where it does, in the language of the interface; empty where nothing bears on it."""
    if standing is None:
        return ""
    words = []
    if standing.readings:
        one, other = (standing_name(each.value) for each in standing.readings)
        words.append(_("%(one)s, or %(other)s for those who give a disputed act effect") % {"one": one, "other": other})
    if standing.consent:
        named = {"act": act_name(standing.consent.value), "date": written_day(standing.by)}
        words.append(_("%(act)s on %(date)s") % named)
    elif standing.since:
        words.append(_("since %(date)s") % {"date": written_day(standing.since)})
    if standing.in_force:
        words.append(_("in force for it from %(date)s") % {"date": written_day(standing.in_force)})
    if standing.ends:
        words.append(_("notice of withdrawal takes effect on %(date)s") % {"date": written_day(standing.ends)})
    return "; ".join(words)


def lines_table(kind: str, held: Iterable[HeldLine], links: LibraryLinks) -> Table:
    """The lines of one kind, the last one first."""
    rows = [_line_row(kind, one) | _whence(one, links) for one in held][::-1]
    if kind == VOTES:
        return _votes_table(rows, links)
    columns = (
        Column("date", _("When"), show=lambda day: day, rank=lambda row: str(row["start"])),
        Column("label", _("What is held"), link=_statement, language=lambda row: "en"),
        Column("treaties", _("Treaties"), show=lambda codes: [treaty_name(code) for code in codes]),
        Column("start", _("From"), hidden=True),
        Column("end", _("To"), hidden=True),
        *_source_columns(),
    )
    if not any(row["treaties"] for row in rows):
        columns = tuple(column for column in columns if column.key != "treaties")
    return Table(kind, kind_title(kind), columns, rows, stack=True)


def _line_row(kind: str, one: HeldLine) -> dict[str, object]:
    said = one.line.statement
    start, end = said.valid.start or "", said.valid.end or ""
    row: dict[str, object] = {
        "date": _period(start, end),
        "start": start,
        "end": end,
        "label": one.line.label,
        "treaties": list(one.line.treaties),
    }
    if kind == VOTES:
        resolution = said.property.removeprefix(_VOTE)
        subject, _colon, result = one.line.label.partition(": ")[2].removeprefix(resolution).strip().rpartition(": ")
        row |= {"resolution": resolution, "vote": str(said.value), "subject": subject, "result": result}
    return row


def _votes_table(rows: list[dict[str, object]], links: LibraryLinks) -> Table:
    def name(vote: object) -> str:
        return holding_term(str(vote), current_language())

    columns = (
        Column("start", _("Date"), show=written_day),
        Column("resolution", _("Resolution"), link=lambda row: symbol_url(links, str(row["resolution"]))),
        Column("vote", _("Vote"), show=name, link=_statement),
        Column("subject", _("Subject"), language=lambda row: "en"),
        Column("result", _("Result")),
        *_source_columns(),
    )
    choices = (
        Choice("vote", _("Vote"), {str(row["vote"]): name(row["vote"]) for row in rows}),
        Choice("subject", _("Subject")),
    )
    return Table(VOTES, kind_title(VOTES), columns, rows, choices, stack=True)


def _whence(one: HeldLine, links: LibraryLinks) -> dict[str, object]:
    whence = one.line.statement.provenance
    return {
        "source": whence.source,
        "place": whence.place,
        "whence": ", ".join(part for part in (whence.source, whence.place) if part),
        "source_url": source_url(links, whence.source, whence.place),
        "statement": reverse("statement", args=[one.key]) if one.key else "",
    }


def _source_columns() -> tuple[Column, ...]:
    return (
        Column("whence", _("Source"), link=lambda row: str(row["source_url"])),
        Column("source", _("Source"), hidden=True),
        Column("place", _("Place"), hidden=True),
        Column("source_url", _("Address"), hidden=True),
        Column("statement", _("Statement"), hidden=True),
    )


def _statement(row: Row) -> str:
    return str(row["statement"])


def written_day(day: str) -> str:
    """A date of whatever precision as it is written; a year stays as it is."""
    return day if len(day) <= len("2022") else written_date(day)


def _period(start: str, end: str) -> str:
    if start == end:
        return written_day(start)
    if not start and not end:
        return holding_term("always", current_language())
    return " – ".join((written_day(start) if start else "…", written_day(end) if end else "…"))


def sources_named(profile: StateProfile) -> set[str]:
    """All documents that lines about a State may lead to."""
    lines = [one.line for one in (*profile.lines, *(act for part in profile.treaties for act in part.acts))]
    sources = [line.statement.provenance for line in lines]
    named = {whence.source for whence in sources} | {place_in(whence.place)[0] for whence in sources}
    return named | {line.statement.property.removeprefix(_VOTE) for line in lines if line.kind == VOTES}


def table_of(part: str, profile: StateProfile, replies: Sequence[StateReply], links: LibraryLinks) -> Table | None:
    """The list of one part of the page; ``None`` where the State has no such part."""
    if part == REPLIES:
        return replies_table(replies)
    if part == ACTS:
        return acts_table(profile.treaties, links)
    return lines_table(part, profile.of_kind(part), links) if part in profile.kinds else None
