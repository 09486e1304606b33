"""Bytes become an extraction: one fixed text and blocks with what the page says about them.

In come the bytes of one source and its name; out comes a ``Extraction`` or a typed ``ReadFailed``.
This package does not know what a paragraph, a resolution or a State is, and it never looks at a
file's name to tell its type.
"""
