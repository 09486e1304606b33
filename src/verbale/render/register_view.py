"""What is held about a State, or what happened in a stretch of time: for a terminal, a spreadsheet, a program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rich.text import Text

from verbale.lexicon.naming import holding_term, state_name, status_term
from verbale.model.language import Language
from verbale.model.proceedings import Choice
from verbale.model.register_line import Dossier, RegisterLine, Timeline
from verbale.model.register_records import line_record
from verbale.model.statement import Period
from verbale.render.csv_table import csv_rows
from verbale.render.two_columns import LABEL_STYLES, TwoColumns

_COLUMNS = (
    *("kind", "start", "end", "states", "treaties", "label", "subject", "property", "value", "text"),
    *("source", "place", "rule", "recorded"),
)
_MOST = 12  # lines of a kind that are shown without being asked for: the last
_ACTS = "acts"
_VOTES = "roll_calls"
# The order of the page on a State; a kind that is not named here comes last.
_ORDER = (
    *("acts", "replies", "claims", "roll_calls", "sponsorships", "positions", "evidence", "figures"),
    *("yearly_figures", "limits", "national_measures", "facilities", "zone_members", "capacity_building", "pledges"),
    *("initiatives", "papers", "meetings", "offices", "bodies", "moves", "observations"),
)
_CHOICES = {Choice.IN_FAVOUR.value: "green", Choice.AGAINST.value: "red", Choice.ABSTAINING.value: "yellow"}


def line_csv(lines: Iterable[RegisterLine]) -> str:
    """One row a line; ids of States and treaties parted by spaces."""
    records = (
        line_record(line) | {"states": " ".join(line.states), "treaties": " ".join(line.treaties)} for line in lines
    )
    return csv_rows(_COLUMNS, ([record[column] for column in _COLUMNS] for record in records))


def dossier_table(
    dossier: Dossier, language: Language, *, every: bool = False, width: int = 100, colour: bool = False
) -> str:
    """The page on a State: where it stands towards each treaty, then each kind of line, the last ones first shown."""
    page = TwoColumns(language, width, colour)
    page.line(Text(state_name(dossier.state, language), "bold").append(f"  {dossier.state}", "bright_black"))
    page.line(_days(dossier.as_of, dossier.known, language))
    page.gap()
    if dossier.standings:
        page.line(Text(holding_term("standings", language), "bold cyan"))
        page.grid(_standing_rows(dossier, language))
    if not dossier.lines:
        page.line(Text(holding_term("nothing", language)))
    for kind, lines in _by_kind(dossier.lines):
        page.line(Text(holding_term(kind, language), "bold cyan").append(f"  {len(lines)}", "bright_black"))
        shown = lines if every else lines[-_MOST:]
        hidden = len(lines) - len(shown)
        more = [(Text("…"), _more(hidden, language))] if hidden else []
        page.grid([*more, *(_row(line, language, of=dossier.state) for line in shown)])
    if dossier.lines and language is not Language.EN:
        page.line(Text(holding_term("own_words", language), "bright_black"))
    return page.text()


def timeline_table(timeline: Timeline, language: Language, *, width: int = 100, colour: bool = False) -> str:
    """What happened, line by line, each with its kind and its source."""
    page = TwoColumns(language, width, colour)
    first = timeline.period.start or (timeline.lines[0].starts if timeline.lines else "…")
    title = holding_term("happened", language).format(date=first, until=timeline.period.end)
    page.line(Text(title, "bold"))
    if timeline.known:
        page.line(Text(holding_term("known", language).format(date=timeline.known), "bright_black"))
    page.gap()
    if not timeline.lines:
        page.line(Text(holding_term("nothing", language)))
    page.grid(_row(line, language) for line in timeline.lines)
    if timeline.lines and language is not Language.EN:
        page.line(Text(holding_term("own_words", language), "bright_black"))
    return page.text()


def _days(as_of: str, known: str, language: Language) -> Text:
    shown = Text(status_term("as_of", language).format(date=as_of))
    return shown.append(f" · {holding_term('known', language).format(date=known)}", "bright_black") if known else shown


def _standing_rows(dossier: Dossier, language: Language) -> Iterator[tuple[Text, Text]]:
    for treaty, each in dossier.standings:
        shown = Text(status_term(each.label.value, language), LABEL_STYLES[each.label])
        if each.consent:
            shown.append(f"  {status_term(each.consent.value, language)} {each.by}", "not bold default")
        elif each.since:
            shown.append(f"  {status_term('since', language)} {each.since}", "not bold default")
        yield Text(treaty), shown


def _by_kind(lines: Iterable[RegisterLine]) -> list[tuple[str, list[RegisterLine]]]:
    found: dict[str, list[RegisterLine]] = defaultdict(list)
    for line in lines:
        found[line.kind].append(line)
    place = {kind: number for number, kind in enumerate(_ORDER)}
    return sorted(found.items(), key=lambda each: (place.get(each[0], len(place)), each[0]))


def _row(line: RegisterLine, language: Language, *, of: str = "") -> tuple[Text, Text]:
    """Period beside label and source; on the page ``of`` a State its own vote in words, else the kind of line."""
    shown = Text()
    if not of:
        shown.append(f"{holding_term(line.kind, language)} · ", "cyan")
    if line.kind == _ACTS:
        shown.append(_act(line, language, named=not of))
    elif line.kind == _VOTES and of:
        value = str(line.statement.value)
        shown.append(holding_term(value, language), _CHOICES.get(value, "bright_black"))
        shown.append(f" · {line.label.partition(': ')[2]}")
    else:
        shown.append(line.label.removeprefix(f"{of} "))
    whence = line.statement.provenance
    place = " ".join(part for part in (whence.source, whence.place) if part)
    return Text(_period(line.statement.valid, language)), shown.append(f"  {place}", "bright_black")


def _act(line: RegisterLine, language: Language, *, named: bool) -> str:
    """An act with its kind, and with ``named`` its State, in the language; what the source adds stays as it is."""
    treaty, _, kind = line.statement.property.partition(" ")
    rest = line.label.removeprefix(f"{treaty} {kind.replace('_', ' ')}")
    who = "".join(f"{state_name(state, language)}: " for state in line.states) if named else ""
    return f"{who}{treaty} {status_term(kind, language)}{rest}"


def _period(period: Period, language: Language) -> str:
    return period.in_words or holding_term("always", language)


def _more(number: int, language: Language) -> Text:
    return Text(holding_term("earlier", language).format(number=number), "bright_black")
