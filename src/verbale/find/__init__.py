"""A document tree becomes annotated: citations, dates, States, treaties, quantities, references, each with its span.

In come the nodes of a document and what it says of itself; out come annotations whose text is exactly what stands
in the node, each with the rule that made it. This package does not know pages, files or the register, and it never
raises: what cannot be resolved stays unresolved, with its candidates.
"""
