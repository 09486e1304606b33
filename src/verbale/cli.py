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
    "read": ("verbale.commands.read", "Read documents into trees whose every node points back to the source."),
    "find": (
        "verbale.commands.find",
        "Find citations, dates, States, treaties and quantities in a document, each with its value.",
    ),
    "view": ("verbale.commands.view", "Show a source and its tree side by side, on one page for a browser."),
    "convert": ("verbale.commands.convert", "Convert documents to another format, for people or for programs."),
    "cite": ("verbale.commands.cite", "Look up the symbol of a document from what a person types."),
    "check": (
        "verbale.commands.check",
        "Check documents for consistency: in themselves, with their other languages, the register and what they cite.",
    ),
    "compare": (
        "verbale.commands.compare",
        "Compare what a State says in two reports, paragraph by paragraph, by topic.",
    ),
    "concord": ("verbale.commands.concord", "Compare the language versions of a document."),
    "status": (
        "verbale.commands.status",
        "Show the parties to a treaty as at a date, with the reason for each count.",
    ),
    "state": (
        "verbale.commands.state",
        "Show all information on a State: treaties, votes, replies, positions, figures, facilities.",
    ),
    "timeline": ("verbale.commands.timeline", "List events chronologically, each with its source."),
    "diff": ("verbale.commands.diff", "Show what changed in the status of treaties between two dates."),
    "mandates": (
        "verbale.commands.mandates",
        "List the requests made in resolutions: of whom, what, and by which session.",
    ),
    "programme": (
        "verbale.commands.programme",
        "Make a programme, or name what is missing in one: its office, organ, sections, titles and words.",
    ),
    "start": (
        "verbale.commands.start",
        "Open a reporting cycle: read its file and open its record.",
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
        "Confirm what was proposed for a letter, or correct it; what is confirmed is corrected with a reason.",
    ),
    "waive": (
        "verbale.commands.waive",
        "Let a report go on although something of a letter is open: who allowed it, and why.",
    ),
    "undo": ("verbale.commands.undo", "Take back an act by a later one, with the reason: nothing is erased."),
    "assign": ("verbale.commands.assign", "Give a letter to somebody, or hand it over to somebody else."),
    "author": (
        "verbale.commands.author",
        "Add an author to a cycle, or give it other names: an organisation or group that writes to the desk.",
    ),
    "extend": (
        "verbale.commands.extend",
        "Extend the deadline of a cycle, for all States or for one.",
    ),
    "mark": (
        "verbale.commands.mark",
        "Record remarks on a reply: objection or consent to the website, withdrawn, recalled, a remark of the desk.",
    ),
    "change": (
        "verbale.commands.change",
        "Put changed terms of a cycle in force; what differs is shown and recorded.",
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
        "Import translations, and report discrepancies with the State's own words.",
    ),
    "memory": ("verbale.commands.memory", "Write the passages of a cycle and their translations as TMX 1.4."),
    "summary": (
        "verbale.commands.summary",
        "Import the executive summary of a reply exceeding the word limit, whose full text is posted on the website.",
    ),
    "edit": (
        "verbale.commands.edit",
        "Import an edited section of the report, to stand in the next report as it is.",
    ),
    "compile": ("verbale.commands.compile", "Compile the report of a cycle: report.LANG.docx, .pdf, .html and .xml."),
    "publish": (
        "verbale.commands.publish",
        "Publish what is not in the report itself: late replies and full texts as web pages, or as an addendum.",
    ),
    "reconcile": (
        "verbale.commands.reconcile",
        "Account for the disposition of every submission: printed, posted on the website, or the reason why not.",
    ),
    "record": (
        "verbale.commands.record",
        "Record action taken on a report: submitted, issued, corrected, reissued, considered, noted, renewed, lapsed.",
    ),
    "unpack": (
        "verbale.commands.unpack",
        "Extract the cycle, the parts and the replies from a report of the Secretary-General.",
    ),
    "renew": (
        "verbale.commands.renew",
        "Draft next year's cycle from the difference between this year's resolutions and last year's.",
    ),
    "reread": (
        "verbale.commands.reread",
        "Show what this version of the program reads otherwise than was kept, letter by letter.",
    ),
    "desk": (
        "verbale.commands.desk",
        "Manage a desk: a database that holds many reporting cycles, SQLite or PostgreSQL.",
    ),
    "library": (
        "verbale.commands.library",
        "Keep a library: add documents that anybody may read to a desk, list them, or withdraw one.",
    ),
    "export": (
        "verbale.commands.export",
        "Write a cycle with all that it holds into one sealed file, which import verifies elsewhere.",
    ),
    "import": (
        "verbale.commands.import_cycle",
        "Take over a cycle: a file that export wrote, or the folder of a cycle of the first form.",
    ),
    "serve": (
        "verbale.commands.serve",
        "Serve the library of a desk in the browser: documents, States, treaties, mandates, and search over all of it.",
    ),
    "worker": (
        "verbale.commands.worker",
        "Do the background work of a website: reports, indexes, files to take away.",
    ),
    "healthy": ("verbale.commands.healthy", "Ask a website whether it is well; exits with 1 where it is not."),
    "account": (
        "verbale.commands.account",
        "Keep the accounts of a website: who may sign in, and as what. Readers need none.",
    ),
    "usage": (
        "verbale.commands.usage",
        "Show what takes how much room in a desk, how it grows, and under which rule it may go.",
    ),
    "tidy": (
        "verbale.commands.tidy",
        "Show what of a website may go: ended sessions, old work, files that are made again; with --remove remove it.",
    ),
    "archive-export": (
        "verbale.commands.archive_export",
        "Write the records of a cycle for the archives: metadata, files, history and seals, in a bag with checksums.",
    ),
    "upgrade": ("verbale.commands.upgrade", "Bring the tables of a desk to the newest form, or back to an older one."),
    "backup": ("verbale.commands.backup", "Write a desk with its website into one file, while others go on working."),
    "restore": ("verbale.commands.restore", "Make a desk from a backup, every seal verified before it appears."),
    "seal": ("verbale.commands.seal", "Write the newest seal of a cycle, to be kept where the desk cannot change it."),
    "verify": (
        "verbale.commands.verify",
        "Check every entry and content of a cycle, and that the chain still has a seal that was kept elsewhere.",
    ),
    "redact": (
        "verbale.commands.redact",
        "Remove the bytes of contents for good, as personal data or at the end of their time.",
    ),
    "reply-draft": (
        "verbale.commands.reply_draft",
        "Draft the reply of a State from its own record: its treaties, acts, votes and earlier replies, each cited.",
    ),
    "demo": (
        "verbale.commands.demo",
        "Run the cycle of 2022 on sample letters, from the note verbale to the report in six languages.",
    ),
}
"""Verb to the module that holds its ``command``, and its line of help."""

SECTIONS: Mapping[str, str] = {
    "read": "Documents",
    "check": "Comparing",
    "status": "Treaties, States and mandates",
    "programme": "The reporting cycle",
    "desk": "Keeping records",
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
@click.option(
    "--desk",
    "--database",
    "desk",
    metavar="URL",
    envvar="DATABASE_URL",
    help="The desk whose cycles are named, as sqlite:///desk.sqlite or postgresql://user@host/name.",
)
def main(desk: str | None) -> None:
    """Mandated multilateral reporting: every sentence of a report traces to its source."""
