"""A document tree as people want to see it: in a terminal, on a page, as a file to send out.

In comes a ``Document``, out come strings and bytes; nothing is read on the way but the package's own assets.
This package does not know how a document was read or found, only the values of ``model``.
"""
