"""``verbale concord``: the language versions of a document compared with each other."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import click

from verbale.app.concording import ConcordResult, concord_folder, concord_versions
from verbale.app.encoding import encode
from verbale.app.sources import Incoming, find_sources
from verbale.app.writing import OutputTarget, get_destination, safe_name
from verbale.commands.batch import Bar, is_watched
from verbale.commands.forms import form_option, terminal
from verbale.commands.messages import deliver, say
from verbale.commands.one_source import force_option
from verbale.model.concordance import Concordance
from verbale.model.finding import Severity
from verbale.render.concordance_page import concordance_index, concordance_page
from verbale.render.concordance_table import concordance_csv, concordance_table
from verbale.render.plurals import counted

_PIPED_WIDTH = 140  # columns, where no terminal tells its own
_FORMS = ("table", "json", "csv", "html")
_GRAVER = {
    "error": {Severity.ERROR},
    "warning": {Severity.ERROR, Severity.WARNING},
    "note": set(Severity),
    "never": set(),
}


@click.command("concord")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@form_option(*_FORMS)
@click.option(
    "--fail-on",
    type=click.Choice(list(_GRAVER)),
    default="error",
    show_default=True,
    help="Exit with 1 when a difference of this severity or a graver one is found.",
)
@click.option("--notes", is_flag=True, help="List differences of severity note too in a table of a folder.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes for a folder; one a core by default.")
@click.option("-o", "--output", help="Write to this file; for a folder, one file a document in this folder.")
@force_option
def command(
    sources: tuple[str, ...],
    form: str,
    fail_on: str,
    notes: bool,
    jobs: int | None,
    output: str | None,
    force: bool,
) -> None:
    """Compare the language versions of a document.

    SOURCE… are versions of one document, one a language, in any types of file; or a folder, in which versions are put
    together by their symbols. Paragraphs are paired by number, order and content; symbols, dates, numbers, States,
    treaties, footnotes and links are compared.
    """
    several = any(Path(source).is_dir() for source in sources)
    if several and form == "html" and output is None:
        raise click.UsageError("a folder makes one page a document: name a folder with -o")
    destination = get_destination(output, several=several, force=force) if output is not None else None
    outlet = _ConcordanceOutput(form, destination, notes=notes or not several, several=several)
    failures = _run(find_sources(sources), outlet, jobs) if several else _run_one(find_sources(sources), outlet)
    outlet.close()
    grave = sum(outlet.counts[severity] for severity in _GRAVER[fail_on])
    click.get_current_context().exit(2 if failures else 1 if grave else 0)


def _run_one(found: list[Incoming], outlet: _ConcordanceOutput) -> int:
    outlet.put(concord_versions(found))
    return 0


def _run(found: list[Incoming], outlet: _ConcordanceOutput, jobs: int | None) -> int:
    """All documents of the folders; what fails or stands alone is told."""
    failures = 0
    watched = is_watched(several=True, to_file=outlet.destination is not None)
    with Bar("comparing", len(found)) if watched else nullcontext() as bar:
        for done, outcome in concord_folder(found, jobs):
            for concordance in outcome.concordances:
                outlet.put(concordance)
            if bar is not None:
                bar.advance(done, outcome.concordances[-1].symbol if outcome.concordances else "")
            failures += _tell(outcome)
    return failures


def _tell(outcome: ConcordResult) -> int:
    for failure in outcome.failures:
        say(f"verbale: {failure.reason}")
    for incoming, symbol in outcome.alone:
        say(f"verbale: {incoming.shown}: no other version of {symbol or 'it'} was found, nothing to compare")
    return len(outcome.failures)


class _ConcordanceOutput:
    """Where concordances go: one after another to standard output, or a file each with a page that lists them."""

    def __init__(self, form: str, destination: OutputTarget | None, *, notes: bool, several: bool) -> None:
        self.destination = destination
        self.counts = dict.fromkeys(Severity, 0)
        self._form, self._notes, self._several = form, notes, several
        self._put = 0
        self._listed: list[tuple[Concordance, str]] = []

    def put(self, concordance: Concordance) -> None:
        """Hand over one concordance as soon as it is there."""
        for one in concordance.differences:
            self.counts[one.severity] += 1
        content = self._encode(concordance)
        if self.destination is None:
            deliver(self._between() + (content.partition(b"\n")[2] if self._form == "csv" and self._put else content))
        elif self.destination.folder:
            name = safe_name(concordance.symbol.replace("/", "-") or f"document {self._put + 1}")
            file = f"{name}.concordance.{'txt' if self._form == 'table' else self._form}"
            self.destination.write_file(self.destination.path / file, content)
            self._listed.append((concordance, file))
        else:
            self.destination.write_file(self.destination.path, content)
        self._put += 1

    def close(self) -> None:
        """End what was begun; say how it went where there were many."""
        if self.destination is None and self._several and self._form == "json":
            deliver(b"]\n" if self._put else b"[]\n")
        if self.destination is not None and self.destination.folder and self._form == "html":
            page = concordance_index(self._listed).encode("utf-8")
            self.destination.write_file(self.destination.path / "index.html", page)
        if self._several:
            told = ", ".join(f"{count} {severity.value}" for severity, count in self.counts.items())
            differences = counted(sum(self.counts.values()), "difference", "differences")
            say(f"compared {counted(self._put, 'document', 'documents')}, {differences}: {told}")

    def _between(self) -> bytes:
        if self._several and self._form == "json":
            return b"," if self._put else b"["
        if self._form == "csv":
            return b""
        return b"\n" if self._put else b""

    def _encode(self, concordance: Concordance) -> bytes:
        if self._form == "json":
            return encode(concordance)
        if self._form == "csv":
            return concordance_csv([concordance]).encode("utf-8")
        if self._form == "html":
            return concordance_page(concordance).encode("utf-8")
        width, colour = terminal(_PIPED_WIDTH, to_file=self.destination is not None)
        return concordance_table(concordance, width=width, colour=colour, notes=self._notes).encode("utf-8")
