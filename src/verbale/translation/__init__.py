"""Texts go out to be translated and come back: XLIFF 2.1 for the work, TMX 1.4 for its memory.

In come segments with their refs, out come files that translators' tools read; and the other way round. This package
does not know cases, documents or where a text came from.
"""
