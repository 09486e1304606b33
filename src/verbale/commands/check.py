"""``verbale check``: documents held against all that applies to them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

import click
import msgspec

from verbale import __version__
from verbale.app import (
    accept_findings,
    at_least,
    check_sources,
    count_findings,
    encode_checked,
    find_sources,
    get_destination,
    get_rules,
    rule_titles,
)
from verbale.commands.single import force_option
from verbale.commands.telling import deliver, say, tell_failure
from verbale.model import Checked, Severity
from verbale.render import finding_page, finding_sarif, finding_table

_PIPED_WIDTH = 140  # columns, where no terminal tells its own
_FORMS = ("table", "json", "html", "sarif")
_SEVERITIES = [severity.value for severity in Severity]


@click.command("check")
@click.argument("sources", metavar="SOURCE…", nargs=-1)
@click.option("--format", "form", type=click.Choice(_FORMS), default="table", show_default=True, help="The form.")
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
    help="Exit with 1 when a finding of this severity or a graver one stands.",
)
@click.option("--rules", "listing", is_flag=True, help="List the rules and leave.")
@click.option("--accept", "keys", multiple=True, help="Accept the finding with this key; needs --reason.")
@click.option("--reason", default="", help="Why what is accepted may stand.")
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
    """Hold documents against themselves, their other languages, the register and what they cite.

    SOURCE… are files or folders. Sources of one symbol are compared as versions of one document; a resolution among
    them is what citations in the others are held against, a treaty or an opinion what quotations are. Findings point at
    places and pass no verdict.
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
    content = _encode(_shown(documents, severity), form, terminal=destination is None and sys.stdout.isatty())
    if destination is None:
        deliver(content)
    else:
        destination.write_file(destination.path, content)
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


def _encode(checked: Sequence[Checked], form: str, *, terminal: bool) -> bytes:
    if form == "json":
        return encode_checked(checked)
    if form == "html":
        return finding_page(checked, rule_titles()).encode("utf-8")
    if form == "sarif":
        return msgspec.json.encode(finding_sarif(checked, rule_titles(), __version__)) + b"\n"
    width = shutil.get_terminal_size().columns if terminal else _PIPED_WIDTH
    return finding_table(checked, width=width, colour=terminal).encode("utf-8")
