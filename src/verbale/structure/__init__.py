"""Blocks become a document tree whose every node points back to the source characters.

In comes an ``Extraction``; out comes a ``Document`` with nodes, replies, facts, findings and an
account of every character. This package does not know files or bytes, and it never refuses: what
it does not understand stays as a paragraph, with a finding that says so.
"""
