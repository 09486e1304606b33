"""Checks: documents in, findings out, each with a rule, a place, and a sentence that a person understands.

A document is compared with itself, its other language versions, the register and the documents it cites. Differences
are shown without judgement. This package knows no layout, no file, no HTTP and not today's date.
"""
