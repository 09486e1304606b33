"""What a verb says on standard error: one clear line for each thing that went wrong or looks odd."""

from __future__ import annotations

import sys

import click

from verbale.app.sources import Incoming
from verbale.errors import OutputRefused, ReadFailed, VerbaleError, printable
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity

_MOST = 5  # findings told of one source; the result holds them all


def tell_failure(incoming: Incoming, error: VerbaleError) -> None:
    """What failed, where, and what to do."""
    if isinstance(error, ReadFailed):
        advice = f" ({error.advice})" if error.advice else ""
        say(f"verbale: {incoming.shown}: {error.reason}{advice}")
    else:
        say(f"verbale: {error}" if isinstance(error, OutputRefused) else f"verbale: {incoming.shown}: {error}")


def tell_findings(incoming: Incoming, document: Document) -> None:
    """The first errors and warnings of a document."""
    grave = grave_findings(document)
    for finding in grave[:_MOST]:
        where = f"page {finding.page}, " if finding.page is not None else f"{finding.ref}, " if finding.ref else ""
        say(f"{incoming.shown}: {finding.severity.value}: {where}{finding.rule}: {finding.message}")
    if len(grave) > _MOST:
        say(f"{incoming.shown}: {len(grave) - _MOST} more; the result lists them all")


def grave_findings(document: Document) -> list[Finding]:
    """Errors and warnings; what is merely good to know is left to the result."""
    return [finding for finding in document.findings if finding.severity is not Severity.NOTE]


def say(line: str) -> None:
    """One line on standard error, with nothing in it that steers a terminal."""
    click.echo(printable(line), err=True)


def deliver(content: bytes) -> None:
    """Bytes on standard output, as they are."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
