"""The command line: one table of verbs, of which only the one that is called is loaded.

In come arguments, out come results on standard output and words on standard error.
This module knows no verb's inside; it imports click and nothing heavier, so that
``verbale --help`` answers at once.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Mapping

import click

from verbale import __version__
from verbale.errors import VerbaleError, printable

# A short answer makes some hundred thousand values and ends: looking for rings among them takes a tenth of its time.
_VALUES_BETWEEN_LOOKS = 200_000

VERBS: Mapping[str, tuple[str, str]] = {
    "read": ("verbale.commands.read", "Turn documents into trees whose every node points back to the source."),
    "find": (
        "verbale.commands.find",
        "Mark citations, dates, States, treaties and figures where they stand, resolved.",
    ),
    "view": ("verbale.commands.view", "Show a source and its tree side by side, on one page for a browser."),
    "convert": ("verbale.commands.convert", "Write documents anew in another format, for people or for programs."),
    "cite": ("verbale.commands.cite", "Resolve what a person types to the symbol of a document."),
    "check": (
        "verbale.commands.check",
        "Check documents for consistency: with themselves, their other languages, the register and what they cite.",
    ),
    "compare": (
        "verbale.commands.compare",
        "Compare what a State says in two reports, paragraph by paragraph, by topic.",
    ),
    "concord": ("verbale.commands.concord", "Compare the language versions of a document."),
    "status": (
        "verbale.commands.status",
        "Show the parties to a treaty as at a date, and why the count is what it is.",
    ),
    "state": (
        "verbale.commands.state",
        "Show all information on a State: treaties, votes, replies, positions, figures, facilities.",
    ),
    "timeline": ("verbale.commands.timeline", "List events chronologically, each with its source."),
    "diff": ("verbale.commands.diff", "Show what changed in the regime between two dates."),
    "mandates": (
        "verbale.commands.mandates",
        "List the requests made in resolutions: of whom, what, and by which session.",
    ),
    "start": (
        "verbale.commands.start",
        "Open a reporting cycle: read its file, and open its record.",
    ),
    "note": (
        "verbale.commands.note",
        "Compose the note verbale of a cycle in the languages of its policy: note-verbale.LANG.docx.",
    ),
    "pack": (
        "verbale.commands.pack",
        "Write for each State a background note to accompany the note verbale: pack.STATE.LANG.docx.",
    ),
    "remind": (
        "verbale.commands.remind",
        "List the States that have not replied, or write a reminder to each: reminder.STATE.LANG.docx.",
    ),
    "receive": (
        "verbale.commands.receive",
        "Register communications: DOCX, PDF, HTML, text, or e-mails (.eml) with what came with them.",
    ),
    "confirm": (
        "verbale.commands.confirm",
        "Confirm what was proposed for a letter, or correct it; a confirmed reading is corrected with a reason.",
    ),
    "extend": (
        "verbale.commands.extend",
        "Extend the deadline of a cycle, for all States or for one.",
    ),
    "mark": (
        "verbale.commands.mark",
        "Record remarks on a reply: objection to the web or consent, withdrawn, recalled, a remark of the desk.",
    ),
    "cycle": (
        "verbale.commands.cycle",
        "Show where a cycle stands: its step, its dates, and every reply with its place and the reason for it.",
    ),
    "translate": (
        "verbale.commands.translate",
        "Submit replies for translation: one XLIFF 2.1 file for each reply and language.",
    ),
    "translated": (
        "verbale.commands.translated",
        "Import translations, and report where they differ from the State's own words.",
    ),
    "memory": ("verbale.commands.memory", "Write the passages of a cycle and their translations as TMX 1.4."),
    "summary": (
        "verbale.commands.summary",
        "Import the summary of a reply that exceeds the word limit: the report has it, the website the full text.",
    ),
    "edit": (
        "verbale.commands.edit",
        "Import a part of the report as an officer has edited it: in the next report it stands as it is.",
    ),
    "compile": ("verbale.commands.compile", "Compile the report of a cycle: report.LANG.docx, .pdf, .html and .xml."),
    "publish": (
        "verbale.commands.publish",
        "Publish what is not in the report itself: late replies and full texts as pages, late ones as an addendum.",
    ),
    "reconcile": (
        "verbale.commands.reconcile",
        "Account for every submission: every character in print, on the website, or why not.",
    ),
    "record": (
        "verbale.commands.record",
        "Record action taken on a report: submitted, issued, corrected, reissued, considered, noted, renewed, lapsed.",
    ),
    "unpack": (
        "verbale.commands.unpack",
        "Extract from a report of the Secretary-General its cycle, its parts and the replies in it.",
    ),
    "renew": (
        "verbale.commands.renew",
        "Draft next year's cycle from the difference between this year's resolutions and last year's.",
    ),
    "reply-draft": (
        "verbale.commands.reply_draft",
        "Draft the reply of a State from its own record: its treaties, acts, votes and earlier replies, each cited.",
    ),
    "demo": (
        "verbale.commands.demo",
        "Run the cycle of 2022 on sample letters, from the call to the report in six languages.",
    ),
}
"""Verb to the module that holds its ``command``, and its line of help."""

SECTIONS: Mapping[str, str] = {
    "read": "Documents",
    "check": "Differences",
    "status": "The regime",
    "start": "The desk",
    "reply-draft": "The mission",
    "demo": "To begin with",
}
"""The headings of the list of verbs, each by the verb that it begins with."""


class VerbGroup(click.Group):
    """The verbs of the table; a module is imported when its verb is called, and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the table, in its order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(VERBS[cmd_name][0]).command
        if guard := sys.modules.get("verbale.guard.calls"):
            # A verb that reads has loaded it. The command line has one thread, so that its workers may be copies.
            guard.use_fork()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs by the table's own lines under their headings, without loading them."""
        listed: dict[str, list[tuple[str, str]]] = {}
        heading = ""
        for name, (_, line) in VERBS.items():
            heading = SECTIONS.get(name, heading)
            listed.setdefault(heading, []).append((name, line))
        for heading, lines in listed.items():
            with formatter.section(heading):
                formatter.write_dl(lines)

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; an error raised on purpose is one clear line and exit code 2."""
        gc.set_threshold(_VALUES_BETWEEN_LOOKS)
        try:
            result: object = super().invoke(ctx)
        except VerbaleError as error:
            click.echo(f"verbale: {printable(str(error))}", err=True)
            ctx.exit(2)
        return result


@click.group(cls=VerbGroup, context_settings={"help_option_names": ["-h", "--help"]}, subcommand_metavar="COMMAND …")
@click.version_option(__version__, prog_name="verbale", message="%(prog)s %(version)s")
def main() -> None:
    """Mandated multilateral reporting: every sentence of a report traces to its source."""
