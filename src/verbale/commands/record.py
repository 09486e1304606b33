"""``verbale record``: action taken on a report, as dated acts linked to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from verbale.app.correcting import CorrectedText, Issuing, issue_corrigendum
from verbale.app.cycles import CycleAddress, CycleFolder, open_cycle
from verbale.app.recording import (
    issue_report,
    note_report,
    renew_mandate,
    return_report,
    submit_report,
)
from verbale.app.sources import find_sources, get_bytes
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_day, get_languages, get_moment
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.render.plurals import counted


@dataclass(frozen=True, slots=True)
class _RecordOptions:
    """What was said on the command line; what was not is empty."""

    dated: date
    actor: Actor
    at: Moment
    waiver: str
    symbol: str
    languages: str
    reason: str
    organ: str
    resolution: str
    paragraph: str
    text: tuple[str, ...]
    into: str
    force: bool


def _submitted(opened: CycleFolder, said: _RecordOptions) -> str:
    language, words = submit_report(opened, said.waiver, said.actor, said.at)
    return f"submitted: {words:,} words in {language}" + (f", waiver: {said.waiver}" if said.waiver else "")


def _issued(opened: CycleFolder, said: _RecordOptions) -> str:
    symbol, replies = issue_report(opened, said.symbol, said.dated, said.actor, said.at)
    return f"issued: {symbol}, {said.dated}, with {counted(replies, 'reply', 'replies')}"


def _returned(opened: CycleFolder, said: _RecordOptions) -> str:
    return_report(opened, said.reason, said.actor, said.at)
    return f"returned: {said.reason}"


def _corrected(opened: CycleFolder, said: _RecordOptions) -> str:
    if not said.languages and not said.text:
        raise click.UsageError("corrected needs --text, the report as it should read, or --languages")
    if said.text and not said.into:
        raise click.UsageError("corrected needs --into, the folder for the corrigendum")
    languages = get_languages(said.languages, opened) if said.languages else ()
    texts = [CorrectedText(get_bytes(one), Path(one.name).name) for one in find_sources(said.text)]
    issuing = Issuing(said.reason, said.dated, Path(said.into or "."), force=said.force)
    made = issue_corrigendum(opened, languages, texts, issuing, said.actor, said.at)
    corrected = [
        f"{language} ({'recorded only' if places is None else counted(places, 'place', 'places')})"
        for language, places in made.places.items()
    ]
    return f"issued: {made.symbol}, {issuing.dated}, for {', '.join(corrected)}"


def _reissued(opened: CycleFolder, said: _RecordOptions) -> str:
    opened.give(CYCLE, c.ReissueReport(said.dated, said.reason), said.actor, said.at)
    return f"reissued: {opened.case.issued[-1][0]}, {said.dated}"


def _considered(opened: CycleFolder, said: _RecordOptions) -> str:
    opened.give(CYCLE, c.RecordConsideration(said.organ, said.dated), said.actor, said.at)
    return f"considered: {said.organ}, {said.dated}"


def _noted(opened: CycleFolder, said: _RecordOptions) -> str:
    note_report(opened, said.resolution, said.paragraph, said.actor, said.at)
    return f"noted: {opened.case.followed[-1][1]}"


def _renewed(opened: CycleFolder, said: _RecordOptions) -> str:
    renew_mandate(opened, said.resolution, said.paragraph, said.actor, said.at)
    return f"renewed: {opened.case.followed[-1][1]}"


def _lapsed(opened: CycleFolder, said: _RecordOptions) -> str:
    opened.give(CYCLE, c.LetMandateLapse(said.reason), said.actor, said.at)
    return f"lapsed: {said.reason}"


@dataclass(frozen=True, slots=True)
class _RecordStep:
    """What a step needs to be given, what it may be given, and what it does."""

    does: Callable[[CycleFolder, _RecordOptions], str]
    needs: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()


_STEPS: Mapping[str, _RecordStep] = {
    "submitted": _RecordStep(_submitted, takes=frozenset({"waiver"})),
    "returned": _RecordStep(_returned, frozenset({"reason"})),
    "issued": _RecordStep(_issued, takes=frozenset({"symbol", "day"})),
    "corrected": _RecordStep(
        _corrected, frozenset({"reason"}), frozenset({"day", "languages", "text", "into", "force"})
    ),
    "reissued": _RecordStep(_reissued, frozenset({"reason"}), frozenset({"day"})),
    "considered": _RecordStep(_considered, frozenset({"organ"}), frozenset({"day"})),
    "noted": _RecordStep(_noted, frozenset({"resolution", "paragraph"})),
    "renewed": _RecordStep(_renewed, frozenset({"resolution", "paragraph"})),
    "lapsed": _RecordStep(_lapsed, frozenset({"reason"})),
}


@click.command("record")
@cycle_argument
@click.argument("step", type=click.Choice(list(_STEPS)))
@click.option("--date", "day", metavar="DATE", default="", help="The day of it; that of --at by default.")
@click.option("--waiver", default="", help="Who allowed a report over its limit, for submitted.")
@click.option("--symbol", default="", help="The symbol, for issued; that of the cycle by default.")
@click.option("--languages", metavar="LIST", default="", help="As ar,zh, for corrected without a text.")
@click.option(
    "--text",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False),
    help="The report as it should read, one file a language, for corrected.",
)
@click.option("--into", default="", type=click.Path(), help="The folder for the corrigendum, for corrected.")
@force_option
@click.option("--reason", default="", help="Why, for returned, corrected, reissued and lapsed.")
@click.option("--organ", default="", help="Who took the report up, for considered.")
@click.option("--resolution", metavar="SYMBOL", default="", help="As 77/52, for noted and renewed.")
@click.option("--paragraph", default="", help="The paragraph of it, for noted and renewed.")
@acting
def command(
    folder: CycleAddress,
    step: str,
    day: str,
    text: tuple[str, ...],
    force: bool,
    name: str,
    moment: str | None,
    **said: str,
) -> None:
    """Record action taken on a report: submitted, issued, corrected, reissued, considered, noted, renewed, lapsed.

    Submitted counts the words of the report as it was compiled; one above the limit needs a waiver. Returned takes that
    back. Issued publishes every reply in it. Neither submitted nor issued goes on while a letter is unread or
    unconfirmed, an alarm open or a translation pending, unless each was waived. Corrected composes the corrigendum:
    each --text is compared with the report as issued, place by place. Corrigenda get the next symbol of the report's.
    A step that is not open is refused.
    """
    row = _STEPS[step]
    also = {"day": day, "text": text, "force": force}
    given = {option for option, value in (*said.items(), *also.items()) if value}
    if odd := sorted(given - row.needs - row.takes):
        raise click.UsageError(f"{step} takes no {_options(odd)}")
    if lacking := sorted(row.needs - given):
        raise click.UsageError(f"{step} needs {_options(lacking)}")
    at = get_moment(moment)
    dated = get_day(day or None, at.day)
    options = _RecordOptions(dated=dated, actor=get_actor(name), at=at, text=text, force=force, **said)
    with open_cycle(folder) as opened:
        say(row.does(opened, options))


def _options(names: list[str]) -> str:
    return ", ".join("--date" if name == "day" else f"--{name}" for name in names)
