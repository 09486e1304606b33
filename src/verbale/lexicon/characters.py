"""Characters that print one and the same thing in several ways: the one list, for scanning and for folding.

The strings hold characters for use in sets and in classes of patterns; none holds ``]`` or ``^``.
"""

from __future__ import annotations

APOSTROPHES = "'\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4`\u2035\uff07\u05f3"
QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02'
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043"
SLASHES = "/\u2044\u2215\u29f8\uff0f"
SPACES = " \u00a0\u1680\u202f\u205f\u3000\t\n\v\f\r\x85\u2028\u2029" + "".join(map(chr, range(0x2000, 0x200B)))

ARABIC_SIGNS = "".join(map(chr, range(0x064B, 0x0653))) + "\u0670"
"""Signs of Arabic vowels, which print leaves out."""

_HIDDEN_CODES = (range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x2070))
HIDDEN = (
    ARABIC_SIGNS
    + "\u00ad\u0640\u061c\u180e\ufeff\ufe0e\ufe0f"
    + "".join(chr(code) for codes in _HIDDEN_CODES for code in codes)
)
"""What is not seen or does not part a word: soft hyphens, tatweel, direction marks, joiners, Arabic vowel signs."""

COMBINING = "".join(map(chr, range(0x0300, 0x0370))) + "\u0653\u0654\u0655"
"""Marks that become one character with the letter before, in the scripts of the six languages."""

DIGITS = {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0xFF10) for digit in range(10)}
"""Arabic-Indic, Persian and full-width digits, with the plain one."""

# The Russian letter yo is mostly printed as ye; the capital of the Turkish dotted i is an I.
LETTERS = {"\u0451": "\u0435", "\u0401": "\u0415", "\u0130": "I"}

SINGLETONS = "\u2126\u212a\u212b\u1160-\u11ff\uf900-\ufaff"
"""Characters that composing replaces: signs that are letters, Chinese ones coded twice; as a class of a pattern."""

JOINED_LETTERS = "\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc"
"""Ligatures and the forms that Arabic letters take beside others, as a class of a pattern."""
