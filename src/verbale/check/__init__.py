"""Checks: documents in, findings out, each with a rule, a place, and a sentence that a person understands.

A document is held against itself, its other language versions, the register and the documents it cites. Differences are
told, not blamed, and nothing is judged. This room knows no layout, no file, no HTTP and not today's date.
"""

from verbale.check.concordance import find_concordance, findings_of
from verbale.check.frame import Matter, Rule
from verbale.check.passages import Passages
from verbale.check.rules import RULE_SETS, all_rules, find_in
from verbale.check.then_and_now import find_comparison

__all__ = [
    "RULE_SETS",
    "Matter",
    "Passages",
    "Rule",
    "all_rules",
    "find_comparison",
    "find_concordance",
    "find_in",
    "findings_of",
]
