"""``verbale translated``: translations come back."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.document_cache import DocumentCache
from verbale.app.encoding import encode
from verbale.app.finding_cases import get_case
from verbale.app.sources import Incoming, find_sources, get_bytes
from verbale.app.translating import TakenTranslation, take_document, take_job
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_languages, get_moment
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import say, tell_failure
from verbale.desk.commands import Role
from verbale.errors import VerbaleError
from verbale.model.concordance import concordance_record
from verbale.model.contract import Record
from verbale.render.concordance_table import concordance_csv, concordance_table
from verbale.render.plurals import counted


@click.command("translated")
@cycle_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--case", default="", help="Whose translation it is, where the file is no XLIFF.")
@click.option("--language", default="", help="The language that it is in, where the file is no XLIFF.")
@click.option("--final", is_flag=True, help="Filled targets are final, though the file does not say so; by an officer.")
@form_option("table", "json", "csv")
@acting
def command(
    folder: CycleAddress,
    files: tuple[str, ...],
    case: str,
    language: str,
    final: bool,
    form: str,
    name: str,
    moment: str | None,
) -> None:
    """Import translations, and report discrepancies with the State's own words.

    They are XLIFF 2.1 files as translate wrote them, or one DOCX, PDF, HTML or text with --case and --language.
    Each is compared with the State's own words; where the two do not say the same (a number, a date, a symbol, a
    paragraph), that is shown. Exits with 1 where such a difference is grave, with 2 where a file was not taken.
    """
    if bool(case) != bool(language) or (case and len(files) > 1):
        raise click.UsageError("one file that is no XLIFF takes both --case and --language")
    failed, came = 0, []
    with open_cycle(folder) as opened:
        cache = DocumentCache(opened)
        for incoming in find_sources(files):
            try:
                taken = _take(cache, incoming, (case, language), name, moment, final=final)
            except VerbaleError as error:
                failed += 1
                tell_failure(incoming, error)
                continue
            came.append(taken)
            _show(incoming, taken, form)
    if form == "json":
        put(encode([_record(taken) for taken in came]))
    elif form == "csv":
        put(concordance_csv([taken.concordance for taken in came]))
    grave = any(one.severity == "error" for taken in came for one in taken.concordance.differences)
    click.get_current_context().exit(2 if failed else 1 if grave else 0)


def _take(
    cache: DocumentCache, incoming: Incoming, to: tuple[str, str], name: str, moment: str | None, *, final: bool
) -> TakenTranslation:
    data = get_bytes(incoming)
    actor, at = get_actor(name, Role.OFFICER if final else Role.TRANSLATOR), get_moment(moment)
    case, language = to
    if not case:
        return take_job(data, incoming.name, cache, actor, at, final=final)
    (target,) = get_languages(language, cache.folder)
    return take_document(data, incoming.name, cache, (get_case(cache.folder, case), target), actor, at)


def _record(taken: TakenTranslation) -> Record:
    return {
        "case": taken.case,
        "state": taken.state,
        "language": taken.language.value,
        "units": taken.units,
        "concordance": concordance_record(taken.concordance),
    }


def _show(incoming: Incoming, taken: TakenTranslation, form: str) -> None:
    say(f"{incoming.shown}: {taken.case} ({taken.state}) in {taken.language}, {counted(taken.units, 'unit', 'units')}")
    if form == "table" and taken.concordance.differences:
        width, colour = terminal()
        put(concordance_table(taken.concordance, width=width, colour=colour, notes=False))
