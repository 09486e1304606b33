"""Akoma Ntoso, the exchange format of parliaments and of the United Nations (AKN4UN), in and out.

In come the bytes of a file, or a document tree; out comes a tree, or a laid-out page with its metadata, or bytes.
This room knows no other format, no profile of a document and no file; it joins nothing, ``app`` does.
"""

from verbale.akn.lint import lint_akn
from verbale.akn.reader import Published, read_akn
from verbale.akn.writer import write_akn

__all__ = ["Published", "lint_akn", "read_akn", "write_akn"]
