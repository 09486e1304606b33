"""Short texts in United Nations form, of this project's own writing, of which the examples of rules are made."""

from __future__ import annotations

REPORT = (
    "A/77/900\n\nSeventy-seventh session\n\nNuclear disarmament\n\nReport of the Secretary-General\n\n"
    "I. Introduction\n\n1. The present report is submitted pursuant to resolutions {}. Replies received after the "
    "deadline will be posted on the website.\n\nII. Observations\n\n2. States met.\n\n"
    "III. Information received from Governments\n\n{}"
)
"""A report with places for the resolutions that it answers and for its replies."""

ALL = "76/53, 76/46 and 76/27"
CUB = "Cuba\n\n[Original: Spanish]\n[10 May 2022]\n\nCuba met its obligations.\n\n"
JPN = "Japan\n\n[Original: English]\n[9 May 2022]\n\nJapan met its obligations.\n\n"
MEX = "Mexico\n\n[Original: Spanish]\n[11 May 2022]\n\nMexico met its obligations.\n\n"

_BFA = "Burkina Faso\n\n[Original: French]\n[14 June 2022]\n\nBurkina Faso {}.\n\n"


def report_with(words: str) -> str:
    """A report in which Burkina Faso says something."""
    return REPORT.format(ALL, _BFA.format(words) + CUB)
