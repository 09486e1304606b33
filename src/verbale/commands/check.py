"""``verbale check``: documents compared with all that applies to them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from verbale import __version__
from verbale.app.accepting import accept_findings
from verbale.app.checking import at_least, check_sources, count_findings, get_rules, rule_titles
from verbale.app.encoding import encode
from verbale.app.sources import find_sources
from verbale.app.writing import get_destination
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import deliver, say, tell_failure
from verbale.commands.one_source import force_option, second_reader_option
from verbale.model.checked import Checked, checked_record
from verbale.model.finding import Severity
from verbale.render.finding_page import finding_page
from verbale.render.finding_sarif import finding_sarif
from verbale.render.finding_table import finding_csv, finding_table

_PIPED_WIDTH = 140  # columns, where no terminal tells its own
_SEVERITIES = [severity.value for severity in Severity]


@click.command("check")
@click.argument("sources", metavar="SOURCE…", nargs=-1)
@form_option("table", "json", "csv", "html", "sarif")
@click.option("--rule", "rules", multiple=True, help="Only this rule or group of rules; may be given several times.")
@click.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    default="note",
    show_default=True,
    help="The least severity shown; --fail-on goes by all.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*_SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 when there is a finding of this severity or a graver one.",
)
@click.option("--rules", "listing", is_flag=True, help="List the rules and exit.")
@click.option("--accept", "keys", multiple=True, help="Accept the finding with this key; needs --reason.")
@click.option("--reason", default="", help="Why what is accepted may stand.")
@second_reader_option
@click.option("-o", "--output", help="Write to this file.")
@force_option
def command(
    sources: tuple[str, ...],
    form: str,
    rules: tuple[str, ...],
    severity: str,
    fail_on: str,
    listing: bool,
    keys: tuple[str, ...],
    reason: str,
    output: str | None,
    force: bool,
) -> None:
    """Check documents for consistency: in themselves, with their other languages, the register and what they cite.

    SOURCE… are files or folders. Sources of one symbol are compared as versions of one document; a resolution among
    them is what citations in the others are compared with, a treaty or an opinion what quotations are. Findings point
    at places and pass no verdict.
    """
    if listing:
        deliver("".join(f"{rule:28} {title}\n" for rule, title in rule_titles().items()).encode("utf-8"))
        return
    if not sources:
        raise click.UsageError("name a file or a folder to check, or ask for --rules")
    destination = get_destination(output, several=False, force=force) if output is not None else None
    found = find_sources(sources)
    checked, failures = check_sources(found, get_rules(rules))
    for incoming, error in failures:
        tell_failure(incoming, error)
    if keys:
        for path in accept_findings([(one.incoming, one.checked) for one in checked], keys, reason):
            say(f"accepted in {path}")
        checked, _ = check_sources(found, get_rules(rules))
    documents = [one.checked for one in checked]
    content = _encode(_shown(documents, severity), form, to_file=destination is not None)
    put(content, destination)
    click.get_current_context().exit(2 if failures else int(_is_grave(documents, fail_on)))


def _shown(checked: Sequence[Checked], severity: str) -> Sequence[Checked]:
    shown, hidden = at_least(checked, Severity(severity))
    if hidden:
        say(f"not shown, less grave than {severity}: {hidden}")
    return shown


def _is_grave(checked: Sequence[Checked], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    grave = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
    return any(count_findings(checked)[Severity(one)] for one in grave)


def _encode(checked: Sequence[Checked], form: str, *, to_file: bool) -> bytes:
    if form == "json":
        return encode(checked_record(checked))
    if form == "csv":
        return finding_csv(checked).encode("utf-8")
    if form == "html":
        return finding_page(checked, rule_titles()).encode("utf-8")
    if form == "sarif":
        return encode(finding_sarif(checked, rule_titles(), __version__))
    width, colour = terminal(_PIPED_WIDTH, to_file=to_file)
    return finding_table(checked, width=width, colour=colour).encode("utf-8")
