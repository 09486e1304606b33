"""A document tree as people want to see it: in a terminal, on a page, as a file to send out.

In comes a ``Document``, out come strings and bytes; nothing is read on the way but the room's own assets.
This room does not know how a document was read or found, only the values of ``model``.
"""

from typing import TYPE_CHECKING

from verbale.doors import open_door

if TYPE_CHECKING:
    from verbale.render.annotation_view import annotation_csv, annotation_page, annotation_table
    from verbale.render.comparison_view import comparison_page, comparison_table
    from verbale.render.concordance_page import concordance_index, concordance_page
    from verbale.render.concordance_table import concordance_table, tally
    from verbale.render.docx_document import docx_document
    from verbale.render.finding_page import finding_page
    from verbale.render.finding_sarif import finding_sarif
    from verbale.render.finding_table import finding_table
    from verbale.render.html_document import html_document
    from verbale.render.html_view import html_view
    from verbale.render.mandate_view import request_csv, request_table
    from verbale.render.markdown import markdown_document
    from verbale.render.node_table import node_csv
    from verbale.render.page_view import page_view
    from verbale.render.pdf_document import pdf_document
    from verbale.render.rendering import Rendering
    from verbale.render.text_view import text_view
    from verbale.render.tree_view import tree_view

__all__ = [
    "Rendering",
    "annotation_csv",
    "annotation_page",
    "annotation_table",
    "comparison_page",
    "comparison_table",
    "concordance_index",
    "concordance_page",
    "concordance_table",
    "docx_document",
    "finding_page",
    "finding_sarif",
    "finding_table",
    "html_document",
    "html_view",
    "markdown_document",
    "node_csv",
    "page_view",
    "pdf_document",
    "request_csv",
    "request_table",
    "tally",
    "text_view",
    "tree_view",
]

open_door(
    __name__,
    {
        "Rendering": "rendering",
        "annotation_csv": "annotation_view",
        "annotation_page": "annotation_view",
        "annotation_table": "annotation_view",
        "comparison_page": "comparison_view",
        "comparison_table": "comparison_view",
        "concordance_index": "concordance_page",
        "concordance_page": "concordance_page",
        "concordance_table": "concordance_table",
        "docx_document": "docx_document",
        "finding_page": "finding_page",
        "finding_sarif": "finding_sarif",
        "finding_table": "finding_table",
        "html_document": "html_document",
        "html_view": "html_view",
        "markdown_document": "markdown",
        "node_csv": "node_table",
        "page_view": "page_view",
        "pdf_document": "pdf_document",
        "request_csv": "mandate_view",
        "request_table": "mandate_view",
        "tally": "concordance_table",
        "text_view": "text_view",
        "tree_view": "tree_view",
    },
)
