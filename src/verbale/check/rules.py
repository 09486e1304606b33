"""Every rule there is, in one explicit list, and the run of them.

A rule set is run as a whole, since its rules share one look at the documents. To add rules: write a function from a
``CheckContext`` to findings by source, say what it needs, and enter it in ``RULE_SETS`` with its rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.check.consistency import CONSISTENCY
from verbale.check.context import CheckContext, Example, Findings, Need, Rule, RuleSet
from verbale.check.official_names import TERMS
from verbale.check.quotations import QUOTATION
from verbale.check.reference_faults import REFERENCES
from verbale.check.treaty_claims import CLAIMS
from verbale.concord.version_comparison import find_concordance, findings_of
from verbale.model.finding import Finding, Severity


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the sets."""
    return tuple(rule for rule_set in RULE_SETS for rule in rule_set.rules)


def find_in(context: CheckContext, sets: Sequence[RuleSet] | None = None) -> Findings:
    """Run every rule set whose needs are met; findings by source, in the order of the sets."""
    found: dict[str, list[Finding]] = {}
    for rule_set in RULE_SETS if sets is None else sets:
        if all(context.gives(need) for need in rule_set.needs):
            for source, findings in rule_set.find(context).items():
                found.setdefault(source, []).extend(findings)
    return found


def _find_differences(context: CheckContext) -> Findings:
    language = context.document.language
    if language is None:
        return {}
    return findings_of(find_concordance({**context.versions, language: context.document}))


_EN = (
    "1. Recalls its resolution 76/53 of 6 December 2021;\n\n2. Invites all States to reply;\n\n"
    "3. Decides to meet in 2023.\n"
)
_FR = (
    "1. Rappelle sa résolution 76/53 du 6 décembre 2021 ;\n\n2. Invite tous les États à répondre ;\n\n"
    "3. Décide de se réunir en 2023.\n"
)
_ES = (
    "1. Recuerda su resolución 76/53, de 6 de diciembre de 2021;\n\n2. Invita a todos los Estados a responder;\n\n"
    "3. Decide reunirse en 2023.\n"
)
_ALIKE = Example((_EN, _FR, _ES))


def _with(old: str, new: str) -> Example:
    """The three texts with the Spanish one changed."""
    return Example((_EN, _FR, _ES.replace(old, new)))


_TAIL = "\n4. Treaty Series, vol. 729, vol. 634. Treaty Series, vol. 1015, vol. 1974.\n"
_LIST_EN = "\n".join(f"{n}. Takes note of document A/77/{100 + n};\n" for n in range(1, 12))
_LIST_AR = "\n".join(f"{n} - تحيط علما بالوثيقة A/77/{100 + n}؛\n" for n in range(1, 12))
_CONCORDANCE = (
    Rule(
        "concord/missing",
        Severity.ERROR,
        "a paragraph, a value, a footnote or a link of the other versions is not there",
        _with("3. Decide reunirse en 2023.\n", ""),
        _ALIKE,
    ),
    Rule(
        "concord/added",
        Severity.ERROR,
        "a paragraph, a value, a footnote or a link is there that the other versions do not have",
        _with("2023.", "2023, a más tardar el 4 de mayo de 2023."),
        _ALIKE,
    ),
    Rule(
        "concord/moved",
        Severity.WARNING,
        "a paragraph stands in another place, or two values have changed places",
        Example(
            tuple(
                text.replace("2023", f"2023{words}")
                for text, words in ((_EN, ", 2025 and 2027"), (_FR, ", 2025 et 2027"), (_ES, ", 2027 y 2025"))
            )
        ),
        _ALIKE,
    ),
    Rule("concord/renumbered", Severity.WARNING, "a paragraph has another number", _with("3. D", "4. D"), _ALIKE),
    Rule(
        "concord/split",
        Severity.NOTE,
        "one paragraph of most versions is several, or several are one",
        Example((_EN + _TAIL, _FR + _TAIL, _ES + _TAIL.replace("634. ", "634.\n\n"))),
        _ALIKE,
    ),
    Rule(
        "concord/value",
        Severity.ERROR,
        "another value is printed than in the other versions",
        _with("6 de diciembre", "9 de diciembre"),
        _ALIKE,
    ),
    Rule(
        "concord/notation",
        Severity.NOTE,
        "a number is printed in another form than in the rest of the document",
        Example((_LIST_EN, _LIST_AR.replace("9 -", "9 –"))),
        Example((_LIST_EN, _LIST_AR)),
    ),
)

RULE_SETS: tuple[RuleSet, ...] = (
    RuleSet(frozenset({Need.DOCUMENT, Need.VERSIONS}), _CONCORDANCE, _find_differences),
    REFERENCES,
    CLAIMS,
    CONSISTENCY,
    TERMS,
    QUOTATION,
)
"""Every rule there is, in the order in which findings are told."""
