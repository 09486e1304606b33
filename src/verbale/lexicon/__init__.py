"""The words of United Nations documents in the six official languages, and the small grammars over them.

A text or a word goes in; out comes a plain value (the id of a State, a month, a number, a language) or None.
This package knows no document, no page and no file format but its own tables, and no word without a source.
"""
