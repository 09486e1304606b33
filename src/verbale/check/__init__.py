"""Checks: documents in, findings out, each with a rule, a place, and a sentence that a person understands.

A document is held against itself and its other language versions. Differences are told, not blamed, and nothing is
judged. This room knows no layout, no file, no HTTP and not today's date.
"""

from verbale.check.concordance import find_concordance, findings_of

__all__ = ["find_concordance", "findings_of"]
