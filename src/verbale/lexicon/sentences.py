"""Where a sentence ends, in the six languages: the one list of its signs."""

from __future__ import annotations

import re

STOPS = ".!?。！？؟"
"""Signs that end a sentence."""

PARTS = ":;：；؛…"
"""Signs that end a part of a sentence, or lead to what follows."""

COMMAS = ",，،"

CLOSING = ")]}”’»\"'"
"""Brackets and quotation marks that may stand behind the last sign."""

_CLOSING = f"[{re.escape(CLOSING)}]*$"

ENDED = re.compile(f"[{re.escape(STOPS)}]{_CLOSING}")
"""At the end of a text that ends with a sentence."""

PART_ENDED = re.compile(f"[{re.escape(STOPS + PARTS)}]{_CLOSING}|[{COMMAS}]$")
"""At the end of a text that ends with a sentence or a part of one."""

ENDS_SENTENCE = re.compile(r"[.!?؟](?:\s|$)|[。！？]")
"""Within a text."""
