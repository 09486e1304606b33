"""What a document says of treaties, compared with the register as of the day of which it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.check.acts_claimed import find_act_claims
from verbale.check.claim_context import ClaimContext
from verbale.check.context import CheckContext, Example, Findings, Need, Rule, RuleSet
from verbale.check.counts_claimed import find_count_claims
from verbale.check.example_texts import report_with
from verbale.model.finding import Finding, Severity


def find_claim_findings(context: CheckContext) -> Findings:
    """Every claim that the register can say something about. Never raises."""
    view = ClaimContext(context.document)
    return {context.document.source.name: list(_claims(view))}


def _claims(view: ClaimContext) -> Iterator[Finding]:
    yield from find_count_claims(view)
    yield from find_act_claims(view)


_SILENT = Example(("1. The Treaty on the Non-Proliferation of Nuclear Weapons was discussed in 2022.\n",))
_AS_OF = "1. As at 21 June 2022, {} the Treaty on the Prohibition of Nuclear Weapons.\n"

_RULES = (
    Rule(
        "claims/confirmed",
        Severity.NOTE,
        "the register says the same",
        Example((_AS_OF.format("86 States had signed"),)),
        _SILENT,
    ),
    Rule(
        "claims/contradicted",
        Severity.ERROR,
        "the register says something else",
        Example((_AS_OF.format("96 States had signed"),)),
        _SILENT,
    ),
    Rule(
        "claims/imprecise",
        Severity.WARNING,
        "true in a loose sense, and misleading",
        Example((report_with("signed the Treaty on the Non-Proliferation of Nuclear Weapons"),)),
        _SILENT,
    ),
    Rule(
        "claims/unchecked",
        Severity.NOTE,
        "the register does not hold what it takes to check this",
        Example((report_with("acceded to the Hague Code of Conduct against Ballistic Missile Proliferation"),)),
        _SILENT,
    ),
)

CLAIMS = RuleSet(frozenset({Need.DOCUMENT}), _RULES, find_claim_findings)
"""What a document says of signatures, ratifications, counts, votes and entry into force."""
