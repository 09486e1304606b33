"""The words of United Nations documents in the six official languages, and the small grammars over them.

A text or a word goes in; out comes a plain value (the id of a State, a month, a number, a language) or None.
This room knows no document, no page and no file format but its own tables, and no word without a source.
"""

from verbale.lexicon.folding import fold, fold_with_offsets
from verbale.lexicon.languages import find_language, is_plainly
from verbale.lexicon.names import find_language_name, find_month, find_ordinal, find_state, headings
from verbale.lexicon.tables import Row, read_table, read_words

__all__ = [
    "Row",
    "find_language",
    "find_language_name",
    "find_month",
    "find_ordinal",
    "find_state",
    "fold",
    "fold_with_offsets",
    "headings",
    "is_plainly",
    "read_table",
    "read_words",
]
