"""A document tree as people want to see it: in a terminal, on a page, as plain text.

In comes a ``Document``, out comes a string; nothing is read or written on the way.
This room does not know how a document was read or found, only the values of ``model``.
"""

from verbale.render.annotation_view import annotation_csv, annotation_page, annotation_table
from verbale.render.html_view import html_view
from verbale.render.page_view import page_view
from verbale.render.text_view import text_view
from verbale.render.tree_view import tree_view

__all__ = [
    "annotation_csv",
    "annotation_page",
    "annotation_table",
    "html_view",
    "page_view",
    "text_view",
    "tree_view",
]
